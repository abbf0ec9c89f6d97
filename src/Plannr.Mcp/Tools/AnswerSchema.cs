using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Plannr.Mcp.Tools;

/// <summary>
/// The JSON Schema of an answer, in words that every client knows: a property that may be absent has one type, as null is never
/// written, and no schema is a bare <c>true</c>.
/// </summary>
internal static class AnswerSchema
{
    public static JsonElement Of<TAnswer>()
    {
        var schema = AIJsonUtilities.CreateJsonSchema(typeof(TAnswer), serializerOptions: AnswerLimit.Json, inferenceOptions: new() { IncludeSchemaKeyword = false });
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
