using System.Text;
using Newtonsoft.Json;

namespace Plannr.Cli.Output.Json;

/// <summary>Masks the strings of a JSON property, and leaves everything else unchanged.</summary>
internal static class MaskedJson
{
    /// <summary>Returns JSON with masked strings.</summary>
    /// <param name="json">Valid JSON.</param>
    /// <param name="property">The name of the property, in any object.</param>
    /// <returns>The JSON with <c>"***"</c> in place of each string value of the property.</returns>
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

    // The name may contain escapes.
    private static string? Text(string literal)
    {
        using var reader = new JsonTextReader(new StringReader(literal));
        return reader.ReadAsString();
    }

    /// <summary>Returns the start of the value for a name, or the end of the JSON if no colon follows because the string is a value itself.</summary>
    private static int StartOfValue(string json, int at)
    {
        at = JsonText.AfterSpace(json, at);
        return at < json.Length && json[at] == ':' ? JsonText.AfterSpace(json, at + 1) : json.Length;
    }
}
