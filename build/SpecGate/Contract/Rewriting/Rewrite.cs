using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Something that a contract of a later version says, and how it is read in the shapes of OpenAPI 3.0.</summary>
internal sealed record Rewrite(string File, Mark Mark, string Message)
{
    public override string ToString() => $"{File}({Mark.Line},{Mark.Column}): {InvisibleCharacters.Escape(Message)}";
}
