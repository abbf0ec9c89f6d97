using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Contracts;

/// <summary>The contract's schemas, made ready for NJsonSchema to validate with.</summary>
internal sealed class ContractSchemas
{
    private readonly JObject _shared;

    private ContractSchemas(JObject shared) => _shared = shared;

    public static ContractSchemas Of(Contract contract)
    {
        var document = PlainJson.Read(contract.Json);
        return new ContractSchemas(document["components"]?["schemas"] as JObject ?? []);
    }

    /// <summary>The shared schema with this name.</summary>
    public Task<JsonSchema> CompileAsync(string name) => CompileAsync((JObject)_shared[name]!);

    public async Task<JsonSchema?> CompileAsync(IOpenApiSchema? schema)
    {
        if (schema is null)
        {
            return null;
        }

        var json = (JObject)PlainJson.Read(await schema.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0));
        // A root that only refers elsewhere would be validated against nothing.
        return await CompileAsync(json.Value<string>("$ref") is { } reference ? (JObject)_shared[reference.Split('/')[^1]]! : json);
    }

    /// <summary>Compiles a schema that may refer to the contract's.</summary>
    public Task<JsonSchema> CompileAsync(JObject schema)
    {
        // What it refers to goes with it, to where JSON Schema has it.
        var rooted = new JObject(schema) { ["definitions"] = _shared.DeepClone() };
        // A discriminator's mapping refers to places of the whole document; for the fit of a value, the alternatives are enough.
        foreach (var discriminator in rooted.Descendants().OfType<JProperty>().Where(IsDiscriminator).ToArray())
        {
            discriminator.Remove();
        }

        return JsonSchema.FromJsonAsync(rooted.ToString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
    }

    private static bool IsDiscriminator(JProperty property) => property.Name == "discriminator" && (property.Value as JObject)?["propertyName"] is JValue;
}
