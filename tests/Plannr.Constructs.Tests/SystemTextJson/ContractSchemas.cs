using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>Gives the contracts' types their schemas in the OpenAPI document of an application, as its author would.</summary>
internal static class ContractSchemas
{
    private static readonly ConditionalWeakTable<OpenApiDocument, List<(OpenApiSchema Schema, JsonObject Json)>> Schemas = [];

    // In two steps: between them, ASP.NET Core follows the references in each schema, and overflows the stack where they form a circle.
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
                        // Does nothing where the document has a schema of that name.
                        document.AddComponent(name, definition);
                    }
                }

                return Task.CompletedTask;
            });
}
