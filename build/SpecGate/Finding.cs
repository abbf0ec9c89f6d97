using Plannr.SpecGate.Source;

namespace Plannr.SpecGate;

/// <summary>Something in a contract that is wrong, or could be better, and where.</summary>
internal sealed record Finding(Rule Rule, string File, Mark Mark, string Message)
{
    // A message may quote a key of a megabyte.
    private const int MaximumLength = 1000;

    /// <summary>MSBuild's canonical form, which IDEs and build servers show at the place. It is one line, whatever the message quotes.</summary>
    public override string ToString()
        => $"{File}({Mark.Line},{Mark.Column}): {Rule.Severity} {Rule.Code}: {InvisibleCharacters.Escape(Shortened)}";

    private string Shortened => Message.Length <= MaximumLength ? Message : $"{Message[..(MaximumLength / 2)]} ... {Message[^(MaximumLength / 2)..]}";
}
