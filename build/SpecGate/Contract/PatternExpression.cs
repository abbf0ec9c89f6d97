using System.Text.RegularExpressions;
using Acornima;

namespace Plannr.SpecGate.Contract;

/// <summary>
/// A <c>pattern</c> of a schema. OpenAPI's patterns are ECMAScript's; those that are valid only in .NET, such as
/// <c>(?i)a</c>, are accepted too, as many contracts have been written with .NET.
/// </summary>
internal sealed class PatternExpression
{
    /// <summary>The time that a match may take; an expression such as <c>^(a+)+$</c> takes years for some texts.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(500);

    // The time to read an expression grows faster than its length.
    private const int MaximumLength = 4096;

    private PatternExpression(Regex? regex, string? problem)
    {
        Regex = regex;
        Problem = problem;
    }

    /// <summary>The expression, or null if it is invalid or cannot be used in .NET.</summary>
    public Regex? Regex { get; }

    /// <summary>Why it is not a regular expression; null if it is one.</summary>
    public string? Problem { get; }

    /// <summary>Reads a pattern.</summary>
    public static PatternExpression Read(string pattern)
    {
        if (pattern.Length > MaximumLength)
        {
            return new PatternExpression(null, null);
        }

        // JSON Schema asks for the flag u, without which \A means the letter A; so .NET's meaning goes before that.
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
