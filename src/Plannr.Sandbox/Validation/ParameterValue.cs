using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Plannr.Sandbox.Validation;

/// <summary>The value that the text of a parameter or a header stands for, by its schema.</summary>
internal static partial class ParameterValue
{
    /// <returns>The value; a text that is no value of its type stays a text, which then does not fit.</returns>
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
