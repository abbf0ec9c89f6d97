using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Requests;

/// <summary>
/// Writes parameters after RFC 6570, which OpenAPI's styles follow. What is null is left out, and so are a list and an object of
/// which nothing is left.
/// </summary>
internal static class ParameterText
{
    // Without those that no query allows ("[", "]", "#") or that mean something in one ("&", "+"): the specification leaves these to be
    // escaped by the sender.
    private static readonly Regex NotReserved = new("[^:/?@!$'()*,;=]{1,9999}(?![\uDC00-\uDFFF])", RegexOptions.CultureInvariant);

    // .NET Framework escapes no more than 65,519 characters at once.
    private static readonly Regex Parts = new("[\\s\\S]{1,9999}(?![\uDC00-\uDFFF])", RegexOptions.CultureInvariant);

    /// <summary>The text that takes the place of a placeholder in a path.</summary>
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

    /// <summary>The fields of a query, a cookie or a form, escaped.</summary>
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

    /// <summary>The value of a header, which knows no escapes.</summary>
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

    // The elements of a list; the members of an object, or else its keys and values in turn; or the value itself.
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
            // By a name alone, nobody could tell where an object of a list ends.
            JArray list => list.SelectMany((item, index) => Deep(item is JContainer ? $"{name}[{index}]" : name, item)),
            _ => IsSet(value) ? [(name, Text(value))] : [],
        };

    private static bool IsSet(JToken value) => value.Type is not (JTokenType.Null or JTokenType.Undefined);

    /// <summary>A value as text; what has parts of its own, as JSON.</summary>
    public static string Text(JToken value)
        => value.Type switch
        {
            JTokenType.String => (string)value!,
            JTokenType.Bytes => Convert.ToBase64String((byte[])value!),
            JTokenType.Null => "",
            _ => value.ToString(Formatting.None),
        };

    /// <summary>Escapes what is not unreserved in a URL, or what a value in a query may not contain.</summary>
    /// <exception cref="EncoderFallbackException">The text holds half of a surrogate pair.</exception>
    public static string Escape(string text, bool allowReserved = false)
    {
        // Uri.EscapeDataString would send another character in its place.
        TextEncodings.Utf8.GetByteCount(text);
        return (allowReserved ? NotReserved : Parts).Replace(text, part => Uri.EscapeDataString(part.Value));
    }
}
