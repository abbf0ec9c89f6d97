using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Makes the first of several examples the example of the schema. The others are still checked.</summary>
internal static class ExampleRewriting
{
    public static void Apply(SchemaDraft draft)
    {
        if (draft.Entry("examples") is { Value: SourceList { Items: [var first, ..] } } examples && !draft.Has("example"))
        {
            draft.Set("example", first, examples.Key.Start);
            draft.Explain(examples.Key.Start, "The first of the examples is read as the example.");
        }
    }
}
