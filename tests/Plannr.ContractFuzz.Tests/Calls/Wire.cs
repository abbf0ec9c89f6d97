using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>Serializes parameters according to the tables of the OpenAPI specification.</summary>
internal static class Wire
{
    /// <summary>Returns the allowed forms of a path parameter.</summary>
    public static IReadOnlyList<string> Path(string name, ParameterStyle style, bool explode, JsonNode value)
    {
        var (key, words) = (Escape(name), Words(value).Select(w => (Key: Escape(w.Key), Value: Escape(w.Value))).ToArray());
        var list = value is JsonObject && explode ? words.Select(w => $"{w.Key}={w.Value}").ToArray() : value is JsonObject ? [.. words.SelectMany(w => new[] { w.Key, w.Value })] : [.. words.Select(w => w.Value)];
        return style switch
        {
            // The tables of 3.0 and 3.1 use different separators for a label that is not exploded.
            ParameterStyle.Label => explode ? ["." + string.Join('.', list)] : ["." + string.Join(',', list), "." + string.Join('.', list)],
            ParameterStyle.Matrix when value is JsonObject && explode => [string.Concat(words.Select(w => Pair(w.Key, w.Value)))],
            ParameterStyle.Matrix when explode => [string.Concat(list.Select(w => Pair(key, w)))],
            ParameterStyle.Matrix => [Pair(key, string.Join(',', list))],
            _ => [string.Join(',', list)],
        };

        static string Pair(string name, string value) => value.Length == 0 ? ";" + name : $";{name}={value}";
    }

    /// <summary>Returns the escaped fields of a parameter in a query, a cookie or a form.</summary>
    public static IReadOnlyList<(string Name, string Value)> Fields(string name, ParameterStyle style, bool explode, JsonNode value)
    {
        if (style == ParameterStyle.DeepObject && value is JsonObject)
        {
            return [.. Deep(name, value)];
        }

        var words = Words(value).Select(w => (Key: Escape(w.Key), Value: Escape(w.Value))).ToArray();
        var list = words.SelectMany(w => value is JsonObject ? new[] { w.Key, w.Value } : [w.Value]);
        return (style, value) switch
        {
            (_, JsonObject or JsonArray) when words.Length == 0 => [],
            (_, JsonObject) when explode => words,
            // The specification does not define deepObject for lists. They are serialized as in the style form.
            (ParameterStyle.DeepObject, JsonArray) => [.. words.Select(w => (Escape(name), w.Value))],
            (_, JsonArray) when explode => [.. words.Select(w => (Escape(name), w.Value))],
            (ParameterStyle.SpaceDelimited, JsonObject or JsonArray) => [(Escape(name), string.Join("%20", list))],
            (ParameterStyle.PipeDelimited, JsonObject or JsonArray) => [(Escape(name), string.Join("%7C", list))],
            _ => [(Escape(name), string.Join(',', list))],
        };
    }

    /// <summary>Returns the value of a header.</summary>
    public static string Header(bool explode, JsonNode value)
        => string.Join(',', Words(value).Select(w => value is not JsonObject ? w.Value : explode ? $"{w.Key}={w.Value}" : $"{w.Key},{w.Value}"));

    /// <summary>Returns a primitive value as text.</summary>
    public static string Text(JsonNode? value)
        => value is JsonObject or JsonArray ? throw new CallFault("no style supports nested objects and lists", value.ToJsonString())
            : value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "";

    /// <summary>Returns whether a part of a list or an object contains a character.</summary>
    public static bool IsWithin(char character, JsonNode value) => Words(value).Any(w => w.Key.Contains(character, StringComparison.Ordinal) || w.Value.Contains(character, StringComparison.Ordinal));

    /// <summary>Escapes all characters that are not unreserved.</summary>
    public static string Escape(string text) => Uri.EscapeDataString(text);

    /// <summary>Normalizes a text that was sent. Escapes are uppercase, and unreserved characters are not escaped.</summary>
    /// <param name="sent">The text.</param>
    /// <param name="kept">The delimiters, which are not escaped.</param>
    public static string Canonical(string sent, string kept)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sent.Length; i++)
        {
            if (sent[i] == '%')
            {
                text.Append(Escape(((char)Convert.ToByte(sent.Substring(i + 1, 2), 16)).ToString()) is { Length: 1 } plain ? plain : sent.Substring(i, 3).ToUpperInvariant());
                i += 2;
            }
            else
            {
                text.Append(kept.Contains(sent[i], StringComparison.Ordinal) ? sent[i].ToString() : Escape(sent[i].ToString()));
            }
        }

        return text.ToString();
    }

    /// <summary>Splits a query, a form or cookies into fields, still escaped.</summary>
    public static IReadOnlyList<(string Name, string Value)> Split(string sent, string separator)
        => [.. sent.Split(separator, StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Select(f => (Canonical(f[0], ","), Canonical(f.ElementAtOrDefault(1) ?? "", ",")))];

    // Values that are nested deeper than in the specification have the same form. Objects in lists have an index.
    private static IEnumerable<(string Name, string Value)> Deep(string name, JsonNode? value) => value switch
    {
        JsonObject members => members.SelectMany(m => Deep($"{name}[{m.Key}]", m.Value)),
        JsonArray list => list.SelectMany((item, i) => Deep(item is JsonObject or JsonArray ? $"{name}[{i}]" : name, item)),
        null => [],
        _ => [(Escape(name), Escape(Text(value)))],
    };

    private static IEnumerable<(string Key, string Value)> Words(JsonNode value) => value switch
    {
        JsonArray list => list.Select(i => ("", Text(i))),
        JsonObject members => members.Select(m => (m.Key, Text(m.Value))),
        _ => [("", Text(value))],
    };
}
