using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>A change that was made to rewrite a contract to OpenAPI 3.0.</summary>
internal sealed record Rewrite(string File, Mark Mark, string Message)
{
    public override string ToString() => $"{File}({Mark.Line},{Mark.Column}): {InvisibleCharacters.Escape(Message)}";
}
