using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Replaces <c>const</c> by an <c>enum</c> with one value, and adds the <c>type</c> that an <c>enum</c> lacks.</summary>
internal static class ConstantRewriting
{
    public static void Apply(SchemaDraft draft)
    {
        if (draft.Entry("const") is { } constant)
        {
            Replace(draft, constant);
        }

        if (draft["enum"] is not SourceList { Items: var values } || values.Count == 0)
        {
            return;
        }

        if (values.Any(IsNull))
        {
            draft.AllowNull(draft.Entry("enum")!.Key.Start);
        }

        // An enumeration of strings needs no type.
        if (!draft.Has("type") && !draft.IsComposed && TypeOf(values) is { } type and not "string")
        {
            draft.Set("type", type, draft.Entry("enum")!.Key.Start);
        }
    }

    /// <summary>Returns the JSON type that all values share, or null if there is none.</summary>
    public static string? TypeOf(IEnumerable<SourceNode> values)
    {
        var types = values.Where(v => !IsNull(v)).Select(TypeOf).Distinct(StringComparer.Ordinal).ToArray();
        return types is [var only] ? only : types is ["integer", "number"] or ["number", "integer"] ? "number" : null;
    }

    public static bool IsNull(SourceNode value) => value is SourceScalar scalar && scalar.IsNull();

    /// <summary>Returns the JSON type of a value.</summary>
    public static string TypeOf(SourceNode value)
        => value switch
        {
            SourceMap => "object",
            SourceList => "array",
            SourceScalar scalar => scalar.ToJson().Type switch
            {
                JTokenType.Boolean => "boolean",
                JTokenType.Integer => "integer",
                JTokenType.Float => "number",
                JTokenType.Null => "null",
                _ => "string",
            },
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };

    private static void Replace(SchemaDraft draft, SourceEntry constant)
    {
        var at = constant.Key.Start;
        draft.Remove("const");
        if (constant.Value is SourceScalar)
        {
            draft.Set("enum", new SourceList([constant.Value], at), at);
            draft.Explain(at, "'const' is read as an enum with one value.");
            return;
        }

        draft.Explain(at, "'const' with an object or an array only restricts values, and is ignored.");
        if (!draft.Has("type"))
        {
            draft.Set("type", TypeOf(constant.Value), at);
        }
    }
}
