using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Diff.Schemas;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the encoding of the parts of a form.</summary>
internal static class EncodingDiff
{
    public static void Compare(Comparison comparison, string where, string place, (SourceMap Media, SchemaView Schema) old, (SourceMap Media, SchemaView Schema) now, SourceFile file)
    {
        var (oldEncodings, encodings) = (old.Media.Map("encoding"), now.Media.Map("encoding"));
        var (oldParts, parts) = (old.Schema.Properties(), now.Schema.Properties());
        foreach (var name in (oldEncodings?.Entries ?? []).Concat(encodings?.Entries ?? []).Select(e => e.Key.Text).Distinct().Where(n => oldParts.ContainsKey(n) && parts.ContainsKey(n)))
        {
            var (before, after) = (oldEncodings?.Map(name) ?? NoEncoding, encodings?.Map(name) ?? NoEncoding);
            CompareTypes(name, ContentTypes(before, oldParts[name]), ContentTypes(after, parts[name]));
            CompareStyle(name, Serialization.Of(before, place: null), Serialization.Of(after, place: null));
        }

        void CompareTypes(string part, List<string> before, List<string> after)
        {
            foreach (var removed in before.Except(after))
            {
                Add("request-body-encoding-content-type-removed", Impact.Breaking, $"The part '{part}' can no longer be {removed}.");
            }

            foreach (var added in after.Except(before))
            {
                Add("request-body-encoding-content-type-added", Impact.Compatible, $"The part '{part}' can now be {added}.");
            }
        }

        void CompareStyle(string part, Serialization before, Serialization after)
        {
            if ((before.Style, before.IsExploded) != (after.Style, after.IsExploded))
            {
                Add("request-body-encoding-style-changed", Impact.Breaking, $"The style of the part '{part}' changed from {Describe(before)} to {Describe(after)}.");
            }

            if (before.AllowsReserved != after.AllowsReserved)
            {
                Add("request-body-encoding-allow-reserved-changed", Impact.Risky, $"Reserved characters in the part '{part}' are {(after.AllowsReserved ? "no longer" : "now")} escaped.");
            }
        }

        void Add(string id, Impact callers, string message)
            => comparison.Add(id, callers, where, $"{place}: {message}", file, (SourceNode?)encodings ?? now.Media);

        static string Describe(Serialization serialization) => serialization.Style + (serialization.IsExploded ? ", exploded" : "");
    }

    private static SourceMap NoEncoding => new([], new Mark(1, 1));

    private static List<string> ContentTypes(SourceMap encoding, SchemaView part)
        => [.. (encoding.Text("contentType") ?? DefaultContentType(part)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    // https://spec.openapis.org/oas/v3.0.3#encoding-object
    private static string DefaultContentType(SchemaView part)
        => part switch
        {
            { Type: "array" } when part.Child("items") is { Type: not "array" } items => DefaultContentType(items),
            { Type: "string", Format: "binary" } => "application/octet-stream",
            { Type: "string" or "integer" or "number" or "boolean" } => "text/plain",
            _ => "application/json",
        };
}
