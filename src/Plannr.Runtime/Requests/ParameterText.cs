using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Requests;

/// <summary>
/// Serializes parameters as specified by RFC 6570, which OpenAPI's styles follow. Null values are omitted, and so are lists and objects
/// without any other values.
/// </summary>
internal static class ParameterText
{
    // The reserved characters, except those that a query does not allow ("[", "]", "#") or that have a meaning in a query ("&", "+"), which
    // the specification requires the sender to escape.
    private static readonly Regex NotReserved = new("[^:/?@!$'()*,;=]{1,9999}(?![\uDC00-\uDFFF])", RegexOptions.CultureInvariant);

    // Uri.EscapeDataString of .NET Framework accepts at most 65,519 characters.
    private static readonly Regex Parts = new("[\\s\\S]{1,9999}(?![\uDC00-\uDFFF])", RegexOptions.CultureInvariant);

    /// <summary>Returns the text that replaces a placeholder in a path.</summary>
    public static string Path(string name, JToken value, ParameterStyle style, bool explode)
    {
        if (style == ParameterStyle.Json)
        {
            return Escape(value.ToString(Formatting.None));
        }

        if (style == ParameterStyle.Matrix)
        {
            return string.Concat(Pairs(name, value, explode).Select(pair => pair.Value.Length > 0 ? $";{pair.Key}={pair.Value}" : ";" + pair.Key));
        }

        var (prefix, separator) = style != ParameterStyle.Label ? ("", ",") : explode ? (".", ".") : (".", ",");
        var words = Words(value, explode).ToArray();
        if (separator == "." && value is JContainer)
        {
            RefuseDelimiter('.', words);
        }

        return words.Length == 0 ? "" : prefix + string.Join(separator, words.Select(w => w.Key is null ? Escape(w.Value) : Escape(w.Key) + "=" + Escape(w.Value)));
    }

    /// <summary>Returns the escaped fields of a query, a cookie or a form.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(string name, JToken value, ParameterStyle style, bool explode, bool allowReserved)
    {
        switch (style)
        {
            case ParameterStyle.Json:
                return [new(Escape(name), Escape(value.ToString(Formatting.None), allowReserved))];
            case ParameterStyle.DeepObject when value is JContainer:
                return Deep(name, value).Select(f => new KeyValuePair<string, string>(Escape(f.Key), Escape(f.Value, allowReserved)));
            case ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited when value is JContainer && !explode:
                var words = Words(value, explode: false).ToArray();
                var delimiter = style == ParameterStyle.SpaceDelimited ? ' ' : '|';
                RefuseDelimiter(delimiter, words);
                return words.Length == 0 ? [] : [new(Escape(name), string.Join(Escape(delimiter.ToString()), words.Select(w => Escape(w.Value, allowReserved))))];
            default:
                return Pairs(name, value, explode, allowReserved);
        }
    }

    /// <summary>Returns the value of a header. Headers have no escape sequences.</summary>
    public static string Header(JToken value, ParameterStyle style, bool explode)
    {
        if (style == ParameterStyle.Json)
        {
            return value.ToString(Formatting.None);
        }

        var words = Words(value, explode).ToArray();
        if (value is JContainer)
        {
            RefuseDelimiter(',', words);
        }

        return string.Join(",", words.Select(w => w.Key is null ? w.Value : w.Key + "=" + w.Value));
    }

    private static void RefuseDelimiter(char delimiter, (string? Key, string Value)[] words)
    {
        if (words.Any(w => (w.Key + w.Value).Any(c => c == delimiter)))
        {
            throw new DelimiterException(delimiter);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string name, JToken value, bool explode, bool allowReserved = false)
    {
        var words = Words(value, explode).ToArray();
        if (value is not JContainer || explode)
        {
            return words.Select(w => new KeyValuePair<string, string>(Escape(w.Key ?? name), Escape(w.Value, allowReserved)));
        }

        return words.Length == 0 ? [] : [new(Escape(name), string.Join(",", words.Select(w => Escape(w.Value, allowReserved).Replace(",", "%2C"))))];
    }

    // Returns the elements of a list, the properties of an object, or the value itself. If not exploded, an object is a flat list of its
    // keys and values.
    private static IEnumerable<(string? Key, string Value)> Words(JToken value, bool explode)
        => value switch
        {
            JArray list => list.Where(IsSet).Select(item => ((string?)null, Text(item))),
            JObject members when explode => members.Properties().Where(p => IsSet(p.Value)).Select(p => ((string?)p.Name, Text(p.Value))),
            JObject members => members.Properties().Where(p => IsSet(p.Value)).SelectMany(p => new[] { ((string?)null, p.Name), (null, Text(p.Value)) }),
            _ => [(null, Text(value))],
        };

    private static IEnumerable<(string Key, string Value)> Deep(string name, JToken value)
        => value switch
        {
            JObject members => members.Properties().SelectMany(p => Deep($"{name}[{p.Name}]", p.Value)),
            // Without the index, a server could not tell where an object in a list ends.
            JArray list => list.SelectMany((item, index) => Deep(item is JContainer ? $"{name}[{index}]" : name, item)),
            _ => IsSet(value) ? [(name, Text(value))] : [],
        };

    private static bool IsSet(JToken value) => value.Type is not (JTokenType.Null or JTokenType.Undefined);

    /// <summary>Returns a scalar value as text, and a list or an object as JSON.</summary>
    public static string Text(JToken value)
        => value.Type switch
        {
            JTokenType.String => (string)value!,
            JTokenType.Bytes => Convert.ToBase64String((byte[])value!),
            JTokenType.Null => "",
            _ => value.ToString(Formatting.None),
        };

    /// <summary>Escapes all characters that are not unreserved in a URL. If <paramref name="allowReserved"/> is true, reserved characters that a query allows are kept.</summary>
    /// <exception cref="EncoderFallbackException">The text contains an unpaired surrogate.</exception>
    public static string Escape(string text, bool allowReserved = false)
    {
        // Throws for an unpaired surrogate, which Uri.EscapeDataString would replace with another character.
        TextEncodings.Utf8.GetByteCount(text);
        return (allowReserved ? NotReserved : Parts).Replace(text, part => Uri.EscapeDataString(part.Value));
    }
}
