using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Plannr.SpecGate.Source;

/// <summary>Interprets scalars by the core schema of YAML 1.2, which includes the literals of JSON.</summary>
internal static partial class ScalarKind
{
    public static bool IsNull(this SourceScalar scalar) => scalar.ToJson().Type == JTokenType.Null;

    public static bool IsText(this SourceScalar scalar) => scalar.ToJson().Type == JTokenType.String;

    public static bool IsBoolean(this SourceScalar scalar) => scalar.ToJson().Type == JTokenType.Boolean;

    public static bool IsInteger(this SourceScalar scalar) => scalar.ToJson().Type == JTokenType.Integer;

    public static bool IsNumber(this SourceScalar scalar) => scalar.ToJson().Type is JTokenType.Integer or JTokenType.Float;

    /// <summary>Returns whether a scalar is a whole number of at least 0. There is no upper limit.</summary>
    public static bool IsCount(this SourceScalar scalar)
        => scalar.IsNumber() && double.Parse(scalar.Text, CultureInfo.InvariantCulture) is >= 0 and var number && Math.Floor(number) == number;

    /// <summary>Returns a number, or the nearest number that fits in a decimal.</summary>
    public static decimal ToDecimal(this SourceScalar scalar)
        => decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : scalar.Text.StartsWith('-') ? decimal.MinValue : decimal.MaxValue;

    public static JValue ToJson(this SourceScalar scalar)
        => scalar switch
        {
            { IsQuoted: true } => new JValue(scalar.Text),
            { Text: "" or "~" or "null" or "Null" or "NULL" } => JValue.CreateNull(),
            { Text: "true" or "True" or "TRUE" } => new JValue(true),
            { Text: "false" or "False" or "FALSE" } => new JValue(false),
            _ when Integer().IsMatch(scalar.Text) && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => new JValue(integer),
            _ when Integer().IsMatch(scalar.Text) && ulong.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unsigned) => new JValue(unsigned),
            _ when Number().IsMatch(scalar.Text) => new JValue(Math.Clamp(double.Parse(scalar.Text, CultureInfo.InvariantCulture), double.MinValue, double.MaxValue)),
            _ => new JValue(scalar.Text),
        };

    /// <summary>Returns a value as JSON.</summary>
    public static JToken ToJson(this SourceNode node)
        => node switch
        {
            SourceScalar scalar => scalar.ToJson(),
            SourceList list => new JArray(list.Items.Select(ToJson)),
            SourceMap map => new JObject(map.Entries.Select(e => new JProperty(e.Key.Text, e.Value.ToJson()))),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    [GeneratedRegex(@"^[-+]?[0-9]+$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
