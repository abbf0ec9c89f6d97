using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Plannr.Mcp.Tools;

/// <summary>
/// Creates the JSON Schema of a tool's result, with keywords that all clients support. Optional properties have one type, because null is never
/// written, and no schema is <c>true</c>.
/// </summary>
internal static class ResultSchema
{
    public static JsonElement Of<TResult>()
    {
        var schema = AIJsonUtilities.CreateJsonSchema(typeof(TResult), serializerOptions: ResultLimit.Json, inferenceOptions: new() { IncludeSchemaKeyword = false });
        return JsonSerializer.SerializeToElement(Plain(JsonNode.Parse(schema.GetRawText())!));
    }

    private static JsonObject Plain(JsonNode schema)
    {
        if (schema is not JsonObject keywords)
        {
            return new JsonObject { ["description"] = "Any JSON value." };
        }

        if (keywords["type"] is JsonArray types)
        {
            keywords["type"] = types.Single(t => t!.GetValue<string>() != "null")!.DeepClone();
        }

        if (keywords["properties"] is JsonObject properties)
        {
            foreach (var name in properties.Select(p => p.Key).ToList())
            {
                properties[name] = Plain(properties[name]!.DeepClone());
            }
        }

        if (keywords["items"] is { } items)
        {
            keywords["items"] = Plain(items.DeepClone());
        }

        return keywords;
    }
}
