using System.Text;
using Newtonsoft.Json;

namespace Plannr.Cli.Output;

/// <summary>Masks the strings of a JSON property, and leaves all else as it was written.</summary>
internal static class MaskedJson
{
    /// <param name="json">Valid JSON.</param>
    /// <param name="property">The name of the property, wherever it is.</param>
    /// <returns>The JSON, with <c>"***"</c> for each string that is a value of the property.</returns>
    public static string Of(string json, string property)
    {
        var result = new StringBuilder(json.Length);
        var copied = 0;
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] != '"')
            {
                continue;
            }

            var end = JsonText.EndOfString(json, at);
            var value = StartOfValue(json, end);
            if (value < json.Length && json[value] == '"' && Text(json[at..end]) == property)
            {
                end = JsonText.EndOfString(json, value);
                result.Append(json, copied, value - copied).Append('"').Append(Secret.Mask).Append('"');
                copied = end;
            }

            at = end - 1;
        }

        return result.Append(json, copied, json.Length - copied).ToString();
    }

    // The name may be written with escapes.
    private static string? Text(string literal)
    {
        using var reader = new JsonTextReader(new StringReader(literal));
        return reader.ReadAsString();
    }

    /// <summary>Returns where the value of a name starts; the end of the JSON if no colon follows, as after a value.</summary>
    private static int StartOfValue(string json, int at)
    {
        at = JsonText.AfterSpace(json, at);
        return at < json.Length && json[at] == ':' ? JsonText.AfterSpace(json, at + 1) : json.Length;
    }
}
