using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>
/// The names and descriptions that extensions give to the values of an <c>enum</c>: a list with an entry for each value, as in NSwag
/// and OpenAPI Generator, or an object with the values as its keys, as in Redocly.
/// </summary>
internal static class EnumTexts
{
    /// <summary>The extensions for names. If a schema has several, the first one is used.</summary>
    public static readonly string[] Names = ["x-enumNames", "x-enum-varnames"];

    /// <summary>The extensions for descriptions. If a schema has several, the first one is used.</summary>
    public static readonly string[] Descriptions = ["x-enum-descriptions", "x-enumDescriptions"];

    /// <summary>Returns the text of each value that has one.</summary>
    /// <param name="schema">A schema with an <c>enum</c>.</param>
    /// <param name="extensions"><see cref="Names"/> or <see cref="Descriptions"/>.</param>
    public static IReadOnlyDictionary<string, string> Of(SourceMap schema, string[] extensions)
    {
        var extension = extensions.FirstOrDefault(schema.Has);
        var pairs = extension is null || Problem(schema, extension) is not null ? [] : schema[extension] switch
        {
            SourceList list => Values(schema, list.Items.Count).Zip(list.Items, (value, text) => (value.Text, ((SourceScalar)text).Text)),
            SourceMap map => map.Entries.Select(e => (e.Key.Text, ((SourceScalar)e.Value).Text)),
            _ => [],
        };
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (value, text) in pairs.Where(p => p.Item2.Trim().Length > 0))
        {
            texts.TryAdd(value, text.Trim());
        }

        return texts;
    }

    /// <summary>Returns what is wrong with an extension and how to correct it, or null if it is valid.</summary>
    public static (SourceNode Place, string Words)? Problem(SourceMap schema, string extension)
    {
        var count = schema.List("enum").Count();
        switch (schema[extension])
        {
            case SourceList list when Values(schema, list.Items.Count).Length == 0 && count > 0:
                return (list, $"'{extension}' must have an entry for each value of the enum, in the same order. Expected {count} entries, but found {list.Items.Count}.");
            case SourceList list:
                return list.Items.FirstOrDefault(i => i is not SourceScalar) is { } item ? (item, $"An entry of '{extension}' must be text.") : null;
            case SourceMap map when map.Entries.FirstOrDefault(e => !schema.List("enum").OfType<SourceScalar>().Any(v => v.Text == e.Key.Text)) is { } unknown:
                return (unknown.Key, $"'{unknown.Key.Text}' in '{extension}' is not a value of the enum. Correct it, or remove it.");
            case SourceMap map:
                return map.Entries.FirstOrDefault(e => e.Value is not SourceScalar) is { } entry ? (entry.Value, $"An entry of '{extension}' must be text.") : null;
            case { } other:
                return (other, $"'{extension}' must be a list with an entry for each value of the enum, or an object with the values as its keys.");
            default:
                return null;
        }
    }

    // A list may leave out null, because null has no member in C#.
    private static SourceScalar[] Values(SourceMap schema, int count)
    {
        var all = schema.List("enum").OfType<SourceScalar>().ToArray();
        var named = all.Where(v => v.ToJson().Type != JTokenType.Null).ToArray();
        return all.Length == count ? all : named.Length == count ? named : [];
    }
}
