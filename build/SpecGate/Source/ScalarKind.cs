using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Plannr.SpecGate.Source;

/// <summary>What a scalar means, by YAML 1.2's core schema, which JSON's literals are a part of.</summary>
internal static partial class ScalarKind
{
    public static bool IsNull(this SourceScalar scalar) => scalar.ToJson().Type == JTokenType.Null;

    public static bool IsText(this SourceScalar scalar) => scalar.ToJson().Type == JTokenType.String;

    public static bool IsBoolean(this SourceScalar scalar) => scalar.ToJson().Type == JTokenType.Boolean;

    public static bool IsInteger(this SourceScalar scalar) => scalar.ToJson().Type == JTokenType.Integer;

    public static bool IsNumber(this SourceScalar scalar) => scalar.ToJson().Type is JTokenType.Integer or JTokenType.Float;

    public static JValue ToJson(this SourceScalar scalar)
        => scalar switch
        {
            { IsQuoted: true } => new JValue(scalar.Text),
            { Text: "" or "~" or "null" or "Null" or "NULL" } => JValue.CreateNull(),
            { Text: "true" or "True" or "TRUE" } => new JValue(true),
            { Text: "false" or "False" or "FALSE" } => new JValue(false),
            _ when Integer().IsMatch(scalar.Text) && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => new JValue(integer),
            _ when Integer().IsMatch(scalar.Text) && ulong.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unsigned) => new JValue(unsigned),
            _ when Number().IsMatch(scalar.Text) => new JValue(double.Parse(scalar.Text, CultureInfo.InvariantCulture)),
            _ => new JValue(scalar.Text),
        };

    /// <summary>A value as JSON, for a schema to be held against.</summary>
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
