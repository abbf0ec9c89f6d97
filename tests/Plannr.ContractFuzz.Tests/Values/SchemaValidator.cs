using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>Validates values against the contract's schemas with NJsonSchema, which does not use the gate's model.</summary>
/// <param name="contract">The contract.</param>
/// <param name="direction">The direction of the values.</param>
/// <param name="isLenient">Whether to allow any text for string formats without a C# type, and to read <c>oneOf</c> as <c>anyOf</c>.</param>
internal sealed class SchemaValidator(OriginalContract contract, Direction direction, bool isLenient = false)
{
    private static readonly string[] Types = ["uuid", "date-time", "date", "uri", "byte"];

    private static readonly JsonSchemaValidatorSettings Settings = new();

    private readonly ConcurrentDictionary<JToken, Lazy<Task<JsonSchema>>> _schemas = new(ReferenceEqualityComparer.Instance);

    /// <summary>Returns the errors of a value.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(JToken schema, JsonNode? value)
    {
        var parsed = await _schemas.GetOrAdd(schema, s => new Lazy<Task<JsonSchema>>(() => ParseAsync(s))).Value;
        var json = Narrow(value)?.ToJsonString() ?? "null";
        return [.. parsed.Validate(json, SchemaType.OpenApi3, Settings).Select(e => e.ToString().ReplaceLineEndings(" "))];
    }

    // NJsonSchema fails on integers that do not fit a signed 64-bit integer.
    private static JsonNode? Narrow(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Narrow(m.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Narrow)]),
        JsonValue number when BigInteger.TryParse(number.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) && integer > long.MaxValue => long.MaxValue,
        _ => value?.DeepClone(),
    };

    private Task<JsonSchema> ParseAsync(JToken schema)
    {
        // JSON Schema has components in 'definitions'.
        var definitions = new JObject(contract.Components.Properties().Select(c => new JProperty(c.Name, Plain((JObject)c.Value))));
        var rooted = Plain(contract.Follow(schema));
        rooted["definitions"] = definitions;
        return JsonSchema.FromJsonAsync(rooted.ToString(Formatting.None).Replace("\"#/components/schemas/", "\"#/definitions/", StringComparison.Ordinal));
    }

    // Returns the keywords that determine which values are valid in this direction.
    private JObject Plain(JObject schema)
    {
        var plain = new JObject();
        foreach (var (key, value) in schema)
        {
            switch (key)
            {
                case "properties":
                    plain[key] = new JObject(((JObject)value!).Properties().Select(p => new JProperty(p.Name, Plain((JObject)p.Value))));
                    break;
                case "additionalProperties" when isLenient && value is JObject others && schema.ContainsKey("properties"):
                    // The additional properties of a base class do not restrict classes that extend it, and enumerations allow unknown values.
                    plain[key] = contract.IsExtended(schema) ? true : contract.Follow(others)["enum"] is null ? Plain(others) : Open(contract.Follow(others));
                    break;
                case "items" or "additionalProperties" when value is JObject part:
                    plain[key] = Plain(part);
                    break;
                case "allOf" or "oneOf" or "anyOf":
                    plain[isLenient && key == "oneOf" ? "anyOf" : key] = new JArray(value!.Select(p => Plain((JObject)p)));
                    break;
                case "required":
                    plain[key] = new JArray(value!.Where(name => !IsAbsent(schema["properties"]?[(string)name!])));
                    break;
                case "format" when isLenient && (string?)schema["type"] == "string" && !Types.Contains((string)value!):
                case "maxLength" when (long)value! > int.MaxValue:
                case "discriminator" or "description" or "default" or "example":
                    break;
                default:
                    plain[key] = value!.DeepClone();
                    break;
            }
        }

        return plain;
    }

    private JObject Open(JObject enumeration)
    {
        var open = Plain(enumeration);
        open.Remove("enum");
        return open;
    }

    private bool IsAbsent(JToken? property) => property is JObject schema && (bool?)schema[direction == Direction.Request ? "readOnly" : "writeOnly"] == true;
}
