using System.Text.Json.Nodes;

namespace Plannr.Mcp.Documentation;

/// <summary>Generates values for schemas without an example.</summary>
internal static class ExampleValue
{
    // Deeper examples are not readable, and a schema that contains itself would be infinite.
    private const int MaxDepth = 4;

    public static JsonNode? Of(ApiDocumentation documentation, ContractNode schema, int depth = 0)
    {
        schema = documentation.Resolve(schema);
        var given = schema.Node["example"] ?? schema.Node["default"] ?? (schema.Node["enum"] as JsonArray)?.FirstOrDefault();
        if (given is not null)
        {
            return given.DeepClone();
        }

        var composed = schema.Items("allOf").Concat(schema.Items("oneOf").Take(1)).Concat(schema.Items("anyOf").Take(1)).ToList();
        return (schema.Text("type"), schema.Text("format")) switch
        {
            ("object", _) or (null, _) when depth < MaxDepth => Merge([.. composed.Select(c => Of(documentation, c, depth)), Attributes(documentation, schema, depth)]),
            ("array", _) => schema.Child("items") is { } items && depth < MaxDepth ? new JsonArray(Of(documentation, items, depth + 1)) : [],
            ("integer" or "number", _) => 1,
            ("boolean", _) => true,
            ("string", "uuid") => "6ff8f7f6-1eb3-3525-be4a-3932c805afed",
            ("string", "date-time") => "2026-06-08T16:08:03+01:00",
            ("string", "date") => "2026-06-08",
            ("string", "uri") => "https://example.com",
            ("string", _) => "text",
            _ => new JsonObject(),
        };
    }

    private static JsonObject Attributes(ApiDocumentation documentation, ContractNode schema, int depth)
    {
        var attributes = new JsonObject();
        foreach (var (name, property) in schema.Child("properties")?.Children() ?? [])
        {
            if (!property.Flag("readOnly"))
            {
                attributes[name] = Of(documentation, property, depth + 1);
            }
        }

        return attributes;
    }

    private static JsonNode? Merge(IReadOnlyList<JsonNode?> values)
    {
        if (values.OfType<JsonValue>().FirstOrDefault() is { } scalar)
        {
            return scalar;
        }

        var merged = new JsonObject();
        foreach (var (name, value) in values.OfType<JsonObject>().SelectMany(v => v))
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
