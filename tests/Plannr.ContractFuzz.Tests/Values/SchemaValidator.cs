using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>Holds values against the contract's own schemas with NJsonSchema, which the gate's model has no part in.</summary>
/// <param name="contract">The contract.</param>
/// <param name="direction">Which way the values go.</param>
/// <param name="isLenient">Whether formats that are no type in C# are any text, and <c>oneOf</c> is <c>anyOf</c>.</param>
internal sealed class SchemaValidator(OriginalContract contract, Direction direction, bool isLenient = false)
{
    private static readonly string[] Types = ["uuid", "date-time", "date", "uri", "byte"];

    private static readonly JsonSchemaValidatorSettings Settings = new();

    private readonly ConcurrentDictionary<JToken, Lazy<Task<JsonSchema>>> _schemas = new(ReferenceEqualityComparer.Instance);

    /// <summary>Returns what is wrong with a value by its schema.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(JToken schema, JsonNode? value)
    {
        var parsed = await _schemas.GetOrAdd(schema, s => new Lazy<Task<JsonSchema>>(() => ParseAsync(s))).Value;
        try
        {
            return [.. parsed.Validate(value?.ToJsonString() ?? "null", SchemaType.OpenApi3, Settings).Select(e => e.ToString().ReplaceLineEndings(" "))];
        }
        catch (InvalidCastException)
        {
            // NJsonSchema has no word for integers beyond 64 bits with a sign.
            return [];
        }
    }

    private Task<JsonSchema> ParseAsync(JToken schema)
    {
        // Where JSON Schema has them.
        var definitions = new JObject(contract.Components.Properties().Select(c => new JProperty(c.Name, Plain((JObject)c.Value))));
        var rooted = Plain(contract.Follow(schema));
        rooted["definitions"] = definitions;
        return JsonSchema.FromJsonAsync(rooted.ToString(Formatting.None).Replace("\"#/components/schemas/", "\"#/definitions/", StringComparison.Ordinal));
    }

    // What says which values are valid, in this direction.
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
                case "items" or "additionalProperties" when value is JObject part && !(isLenient && key == "additionalProperties" && schema.ContainsKey("properties")):
                    plain[key] = Plain(part);
                    break;
                case "allOf" or "oneOf" or "anyOf":
                    plain[isLenient && key == "oneOf" ? "anyOf" : key] = new JArray(value!.Select(p => Plain((JObject)p)));
                    break;
                case "required":
                    plain[key] = new JArray(value!.Where(name => !IsAbsent(schema["properties"]?[(string)name!])));
                    break;
                // Of properties that a class does not name, a union does not look at the type.
                case "additionalProperties" when isLenient && value is JObject && schema.ContainsKey("properties"):
                case "format" when isLenient && (string?)schema["type"] == "string" && !Types.Contains((string)value!):
                case "discriminator" or "description" or "default" or "example":
                    break;
                default:
                    plain[key] = value!.DeepClone();
                    break;
            }
        }

        return plain;
    }

    private bool IsAbsent(JToken? property) => property is JObject schema && (bool?)schema[direction == Direction.Request ? "readOnly" : "writeOnly"] == true;
}
