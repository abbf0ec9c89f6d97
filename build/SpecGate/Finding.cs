using Plannr.SpecGate.Source;

namespace Plannr.SpecGate;

/// <summary>Something in a contract that is wrong, or could be better, and where.</summary>
internal sealed record Finding(Rule Rule, string File, Mark Mark, string Message)
{
    /// <summary>MSBuild's canonical form, which IDEs and build servers show at the place.</summary>
    public override string ToString()
        => $"{File}({Mark.Line},{Mark.Column}): {(Rule.IsError ? "error" : "warning")} {Rule.Code}: {Message}";
}
