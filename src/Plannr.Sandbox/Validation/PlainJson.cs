using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Validation;

/// <summary>Reads standard JSON. Strings and numbers stay unchanged.</summary>
internal static class PlainJson
{
    /// <summary>Reads trusted JSON.</summary>
    public static JToken Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JToken.ReadFrom(reader);
    }

    /// <summary>Reads untrusted JSON. It uses System.Text.Json, because Newtonsoft's reader accepts comments, single quotes, NaN and other extensions.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="problem">The problem if the JSON is not valid.</param>
    /// <returns>The value, or null if the JSON is not valid.</returns>
    public static JToken? TryRead(ReadOnlyMemory<byte> utf8, out string problem)
    {
        problem = "";
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(utf8));
            return Convert(document.RootElement);
        }
        catch (System.Text.Json.JsonException exception)
        {
            problem = exception.LineNumber is { } line && exception.BytePositionInLine is { } column
                ? $"line {line + 1}, position {column + 1}"
                : "its start";
        }
        // A string with half of a surrogate pair or invalid UTF-8 matches the grammar of JSON, but is not text.
        catch (InvalidOperationException)
        {
            problem = "a text that is not Unicode";
        }

        return null;
    }

    /// <summary>Returns the JSON without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static JToken Convert(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var result = new JObject();
                foreach (var property in element.EnumerateObject())
                {
                    // Of two properties with the same name, the last one is used, as in PHP.
                    result[property.Name] = Convert(property.Value);
                }

                return result;
            case JsonValueKind.Array:
                return new JArray(element.EnumerateArray().Select(Convert));
            case JsonValueKind.String:
                return new JValue(element.GetString());
            case JsonValueKind.Number:
                return element.TryGetInt64(out var integer) ? new JValue(integer)
                    : element.TryGetDecimal(out var number) ? new JValue(number)
                    : new JValue(double.Parse(element.GetRawText(), CultureInfo.InvariantCulture));
            case JsonValueKind.Null:
                return JValue.CreateNull();
            default:
                return new JValue(element.GetBoolean());
        }
    }
}
