using System.Text.RegularExpressions;
using Acornima;

namespace Plannr.SpecGate.Contract;

/// <summary>
/// A <c>pattern</c> of a schema. OpenAPI's patterns are ECMAScript expressions. Expressions that are valid only in .NET, such as
/// <c>(?i)a</c>, are accepted too, because many contracts are written for .NET.
/// </summary>
internal sealed class PatternExpression
{
    /// <summary>The maximum time of a match. An expression such as <c>^(a+)+$</c> takes years for some texts.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(500);

    // The time to parse an expression grows faster than its length.
    private const int MaxLength = 4096;

    private PatternExpression(Regex? regex, string? problem)
    {
        Regex = regex;
        Problem = problem;
    }

    /// <summary>Gets the expression, or null if it is invalid or has no equivalent in .NET.</summary>
    public Regex? Regex { get; }

    /// <summary>Gets the syntax error, or null if the pattern is valid.</summary>
    public string? Problem { get; }

    /// <summary>Parses a pattern.</summary>
    public static PatternExpression Read(string pattern)
    {
        if (pattern.Length > MaxLength)
        {
            return new PatternExpression(null, null);
        }

        // JSON Schema requires the flag u. Without it, \A means the letter A, so .NET's syntax is tried before that.
        return EcmaScript(pattern, "u", out var problem) ?? DotNet(pattern) ?? EcmaScript(pattern, "", out _) ?? new PatternExpression(null, problem);
    }

    private static PatternExpression? EcmaScript(string pattern, string flags, out string? problem)
    {
        try
        {
            problem = null;
            // A pattern that is valid and has no equivalent in .NET has no Regex. The method is obsolete because Acornima's next major
            // version leaves the conversion to Jint, which is an engine for all of JavaScript.
#pragma warning disable CS0618
            return new PatternExpression(Tokenizer.AdaptRegExp(pattern, flags, compiled: false, TimeLimit).Regex, null);
#pragma warning restore CS0618
        }
        catch (Exception exception) when (exception is SyntaxErrorException or ArgumentException)
        {
            // Acornima quotes the pattern first.
            problem = exception.Message[(exception.Message.LastIndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? colon + 2 : 0)..];
            return null;
        }
    }

    private static PatternExpression? DotNet(string pattern)
    {
        try
        {
            return new PatternExpression(new Regex(pattern, RegexOptions.CultureInvariant, TimeLimit), null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
