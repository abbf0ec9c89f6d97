using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Replaces several types by alternatives, each with the keywords for its type, and the type <c>null</c> by <c>nullable</c>.</summary>
internal static class TypeRewriting
{
    private static readonly Dictionary<string, string[]> Keywords = new(StringComparer.Ordinal)
    {
        ["string"] = ["minLength", "maxLength", "pattern"],
        ["integer"] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
        ["number"] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
        ["boolean"] = [],
        ["array"] = ["items", "minItems", "maxItems", "uniqueItems"],
        ["object"] = ["properties", "additionalProperties", "required", "minProperties", "maxProperties"],
    };

    public static void Apply(SchemaDraft draft)
    {
        if (draft.Entry("type") is not { Key.Start: var at, Value: var value })
        {
            return;
        }

        var types = draft.Types().ToList();
        if (value is SourceScalar && types is not ["null"])
        {
            return;
        }

        if (types.Remove("null"))
        {
            draft.AllowNull(at);
        }

        if (types.Contains("number"))
        {
            types.Remove("integer");
        }

        switch (types)
        {
            case []:
                AllowOnlyNull(draft, at);
                break;
            case [var only]:
                draft.Set("type", new SourceScalar(only, IsQuoted: true, value.Start), at);
                break;
            default:
                Split(draft, types, at);
                break;
        }
    }

    // An empty list of types has no meaning, so it is removed.
    private static void AllowOnlyNull(SchemaDraft draft, Mark at)
    {
        draft.Remove("type");
        if (draft.Text("nullable") == "true" && !draft.Has("enum") && !draft.IsComposed)
        {
            draft.Set("enum", new SourceList([new SourceScalar("null", IsQuoted: false, at)], at), at);
        }
    }

    private static void Split(SchemaDraft draft, List<string> types, Mark at)
    {
        draft.Remove("type");
        var alternatives = types.Where(t => !HasOnlyOtherValues(draft, t)).Select(t => Alternative(draft, t, at)).ToArray();
        foreach (var keyword in Keywords.Values.SelectMany(k => k).Append("format").Append("enum"))
        {
            draft.Remove(keyword);
        }

        // Nothing is left to add if all types are listed, or if the schema has alternatives of its own.
        if (Keywords.Keys.All(k => types.Contains(k) || k == "integer") || draft.IsComposed)
        {
            return;
        }

        draft.Set("anyOf", new SourceList(alternatives, at), at);
        draft.Explain(at, $"The types {string.Join(", ", types)} are read as alternatives.");
    }

    private static SourceMap Alternative(SchemaDraft draft, string type, Mark at)
    {
        var entries = new List<SourceEntry> { new(new SourceScalar("type", IsQuoted: false, at), new SourceScalar(type, IsQuoted: true, at)) };
        entries.AddRange((Keywords.GetValueOrDefault(type) ?? []).Select(draft.Entry).OfType<SourceEntry>());
        if (draft.Entry("format") is { } format && IsOf(draft.Text("format"), type))
        {
            entries.Add(format);
        }

        if (draft.Entry("enum") is { } values)
        {
            entries.Add(values with { Value = new SourceList(Values(draft, type), values.Value.Start) });
        }

        return new SourceMap(entries, at);
    }

    private static bool HasOnlyOtherValues(SchemaDraft draft, string type) => draft.Has("enum") && Values(draft, type).Length == 0;

    private static SourceNode[] Values(SchemaDraft draft, string type)
        => [.. draft.List("enum").Where(v => ConstantRewriting.TypeOf(v) is var found && (found == type || (found == "integer" && type == "number")))];

    private static bool IsOf(string? format, string type)
        => type switch
        {
            "integer" or "number" => Primitive.IsNumeric(format),
            "string" => !Primitive.IsNumeric(format),
            _ => false,
        };
}
