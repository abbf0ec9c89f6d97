using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Reporting;

/// <summary>A problem in a contract, and its place.</summary>
internal sealed record Finding(Rule Rule, string File, Mark Mark, string Message)
{
    // A message may quote a key that is a megabyte long.
    private const int MaxLength = 1000;

    /// <summary>
    /// Returns the finding in MSBuild's canonical form, which IDEs and build servers show at its place. The result is one line: line
    /// breaks in the message are escaped.
    /// </summary>
    public override string ToString()
        => $"{File}({Mark.Line},{Mark.Column}): {Rule.Severity} {Rule.Code}: {InvisibleCharacters.Escape(Shortened)}";

    private string Shortened => Message.Length <= MaxLength ? Message : $"{Message[..(MaxLength / 2)]} ... {Message[^(MaxLength / 2)..]}";
}
