using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>Adds the schemas of generated types to the OpenAPI document of an application.</summary>
internal static class ContractSchemas
{
    private static readonly ConditionalWeakTable<OpenApiDocument, List<(OpenApiSchema Schema, JsonObject Json)>> Schemas = [];

    // In two steps, because ASP.NET Core follows the references of each schema in between, and a circular reference would overflow the stack.
    public static void AddContractSchemas(this OpenApiOptions options)
        => options
            .AddSchemaTransformer((schema, context, _) =>
            {
                if (context.Document is { } document && PlannrJsonSchema.Create(context.JsonTypeInfo, "#/components/schemas/") is { } json)
                {
                    Schemas.GetOrCreateValue(document).Add((schema, json));
                }

                return Task.CompletedTask;
            })
            .AddDocumentTransformer((document, _, _) =>
            {
                foreach (var (schema, json) in Schemas.GetOrCreateValue(document))
                {
                    var own = OpenApiModelFactory.Parse<OpenApiSchema>(json.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")!;
                    (schema.Type, schema.Format, schema.Properties, schema.Items, schema.AdditionalProperties) = (own.Type, own.Format, own.Properties, own.Items, own.AdditionalProperties);
                    foreach (var (name, definition) in own.Definitions ?? new Dictionary<string, IOpenApiSchema>())
                    {
                        // Has no effect if the document already contains a schema of that name.
                        document.AddComponent(name, definition);
                    }
                }

                return Task.CompletedTask;
            });
}
