using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Moves a <c>$ref</c> with keys beside it into <c>allOf</c>, because OpenAPI 3.0 would ignore these keys.</summary>
internal static class ReferenceRewriting
{
    public static void Apply(SchemaDraft draft)
    {
        if (draft.Entry("$ref") is not { } reference || draft.Entries.Count == 1)
        {
            return;
        }

        var at = reference.Key.Start;
        var part = new SourceMap([reference], at);
        draft.Remove("$ref");
        draft.Set("allOf", new SourceList([part, .. draft.List("allOf")], at), at);
        draft.Explain(at, "The $ref and the keys beside it are read as allOf.");
    }
}
