using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Validation;

/// <summary>JSON as the standard has it, with its texts and numbers as they came.</summary>
internal static class PlainJson
{
    /// <summary>Reads JSON that we wrote ourselves.</summary>
    public static JToken Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JToken.ReadFrom(reader);
    }

    /// <summary>Reads JSON that someone else wrote. Newtonsoft's reader takes comments, single quotes, NaN and more for JSON; System.Text.Json's does not.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <returns>The JSON, or null if it is none.</returns>
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
        // A text that is half of a surrogate pair, or not UTF-8, is JSON by its grammar, and no text.
        catch (InvalidOperationException)
        {
            problem = "a text that is not Unicode";
        }

        return null;
    }

    /// <summary>The JSON without the byte order mark that it may begin with.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static JToken Convert(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var result = new JObject();
                foreach (var property in element.EnumerateObject())
                {
                    // Of two with the same name the last counts, as in PHP.
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
