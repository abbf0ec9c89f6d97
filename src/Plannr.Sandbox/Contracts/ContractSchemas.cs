using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Contracts;

/// <summary>Compiles the contract's schemas for validation with NJsonSchema.</summary>
internal sealed class ContractSchemas
{
    private readonly JObject _shared;

    private ContractSchemas(JObject shared) => _shared = shared;

    public static ContractSchemas Of(Contract contract)
    {
        var document = PlainJson.Read(contract.Json);
        return new ContractSchemas(document["components"]?["schemas"] as JObject ?? []);
    }

    /// <summary>Compiles a component.</summary>
    public Task<JsonSchema> CompileAsync(string name) => CompileAsync((JObject)_shared[name]!);

    public async Task<JsonSchema?> CompileAsync(IOpenApiSchema? schema)
    {
        if (schema is null)
        {
            return null;
        }

        var json = (JObject)PlainJson.Read(await schema.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0));
        // NJsonSchema ignores a reference at the root, so the target is compiled instead.
        return await CompileAsync(json.Value<string>("$ref") is { } reference ? (JObject)_shared[reference.Split('/')[^1]]! : json);
    }

    /// <summary>Compiles a schema that may refer to components of the contract.</summary>
    public Task<JsonSchema> CompileAsync(JObject schema)
    {
        // JSON Schema expects the targets of references in definitions.
        var rooted = new JObject(schema) { ["definitions"] = _shared.DeepClone() };
        // The mapping of a discriminator refers to the whole document. It is removed, because the alternatives are sufficient for validation.
        foreach (var discriminator in rooted.Descendants().OfType<JProperty>().Where(IsDiscriminator).ToArray())
        {
            discriminator.Remove();
        }

        return JsonSchema.FromJsonAsync(rooted.ToString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
    }

    private static bool IsDiscriminator(JProperty property) => property.Name == "discriminator" && (property.Value as JObject)?["propertyName"] is JValue;
}
