using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Plannr.Sandbox.Validation;

/// <summary>Converts the text of a parameter or a header to a value, by its schema.</summary>
internal static partial class ParameterValue
{
    /// <summary>Converts a text.</summary>
    /// <returns>The value. A text that is not valid for its type stays a string, which then violates the schema.</returns>
    public static JToken Of(string text, JsonSchema schema)
    {
        var type = schema.ActualTypeSchema.Type;
        if (type.HasFlag(JsonObjectType.Integer) || type.HasFlag(JsonObjectType.Number))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? new JValue(integer)
                : Number().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new JValue(number)
                : new JValue(text);
        }

        return type.HasFlag(JsonObjectType.Boolean) && text is "true" or "false" ? new JValue(text == "true") : new JValue(text);
    }

    public static JArray OfItems(IEnumerable<string> texts, JsonSchema schema)
        => new(texts.Select(t => schema.ActualTypeSchema.Item is { } item ? Of(t, item) : new JValue(t)));

    [GeneratedRegex(@"^-?\d+(\.\d+)?([eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
