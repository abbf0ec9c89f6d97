using System.Text.Json;
using System.Text.Json.Nodes;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Calls;

/// <summary>
/// Creates the JSON Schema for the arguments of an operation, with a property for each parameter and one for the body. Referenced schemas are
/// in <c>$defs</c>.
/// </summary>
internal static class CallSchema
{
    private const string SchemaPrefix = "#/components/schemas/";
    private const string DefinitionPrefix = "#/$defs/";

    // Keywords of OpenAPI that JSON Schema does not have.
    private static readonly string[] OpenApiOnly = ["nullable", "example", "discriminator", "xml", "externalDocs", "readOnly", "writeOnly", "deprecated"];

    public static JsonElement Of(ApiDocumentation documentation, DocumentedOperation operation)
    {
        var definitions = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var parameter in operation.Parameters)
        {
            properties[parameter.Name] = Property(documentation, parameter.Schema, parameter.Description, definitions);
            if (parameter.IsRequired)
            {
                required.Add(parameter.Name);
            }
        }

        if (operation.BodyContent is var (_, content))
        {
            properties[OperationCall.BodyName] = Property(documentation, content.Child("schema"), operation.Body?.Text("description"), definitions);
            if (operation.Body is { } body && body.Flag("required"))
            {
                required.Add(OperationCall.BodyName);
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        if (definitions.Count > 0)
        {
            schema["$defs"] = new JsonObject(definitions);
        }

        return JsonSerializer.SerializeToElement(schema);
    }

    private static JsonNode Property(ApiDocumentation documentation, ContractNode? schema, string? description, SortedDictionary<string, JsonNode?> definitions)
    {
        var property = schema is { } given ? Converted(documentation, given.Node, definitions) : new JsonObject();
        if (description is not null && property is JsonObject attributes && attributes["description"] is null)
        {
            attributes["description"] = description;
        }

        return property;
    }

    private static JsonNode Converted(ApiDocumentation documentation, JsonNode node, SortedDictionary<string, JsonNode?> definitions)
    {
        if (node is JsonArray list)
        {
            return new JsonArray([.. list.Select(item => item is null ? null : Converted(documentation, item, definitions))]);
        }

        if (node is not JsonObject schema)
        {
            return node.DeepClone();
        }

        var converted = new JsonObject();
        foreach (var (key, value) in schema)
        {
            if (value is null || OpenApiOnly.Contains(key))
            {
                continue;
            }

            converted[key] = key switch
            {
                "$ref" => Reference(documentation, value.GetValue<string>(), definitions),
                "enum" or "default" => value.DeepClone(),
                "properties" => new JsonObject(value.AsObject().Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : (JsonNode?)Converted(documentation, p.Value, definitions)))),
                _ => Converted(documentation, value, definitions),
            };
        }

        if (schema["nullable"]?.GetValueKind() == JsonValueKind.True && converted["type"] is JsonValue type)
        {
            converted["type"] = new JsonArray(type.DeepClone(), "null");
        }

        return converted;
    }

    private static string Reference(ApiDocumentation documentation, string reference, SortedDictionary<string, JsonNode?> definitions)
    {
        var name = reference[(reference.LastIndexOf('/') + 1)..];
        if (reference.StartsWith(SchemaPrefix, StringComparison.Ordinal) && !definitions.ContainsKey(name) && documentation.Schemas.TryGetValue(name, out var schema))
        {
            // Reserves the name first, because the schema may refer to itself.
            definitions[name] = null;
            definitions[name] = Converted(documentation, schema.Node, definitions);
        }

        return DefinitionPrefix + name;
    }
}
