using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary>Reads and checks values for an operation's parameters and body.</summary>
internal static class OperationArguments
{
    /// <summary>Reads the values.</summary>
    /// <exception cref="McpException">A value is missing, unknown or has the wrong type.</exception>
    public static Dictionary<string, JsonNode> Read(ApiDocumentation documentation, DocumentedOperation operation, string tool, JsonElement? given, bool areAllNeeded)
    {
        var values = given switch
        {
            null => [],
            { ValueKind: JsonValueKind.Object } => JsonObject.Create(given.Value)!,
            _ => throw new McpException($"{tool}: 'arguments' must be an object, with a value for each parameter by its name, and the body as '{OperationCall.BodyName}'."),
        };
        var names = Names(operation);
        var read = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (!names.Contains(name))
            {
                throw new McpException($"{tool}: '{operation.Id}' has no argument '{name}'. {NearMatches.Sentence(name, names)}");
            }

            if (value is not null)
            {
                read[name] = value;
            }
        }

        TakeNumbersAsText(documentation, operation, read);
        foreach (var parameter in operation.Parameters)
        {
            if (read.TryGetValue(parameter.Name, out var value))
            {
                CheckParameter(documentation, tool, parameter, value);
            }
            else if (areAllNeeded && parameter.IsRequired)
            {
                throw new McpException($"{tool} needs the argument '{parameter.Name}'{(parameter.Description is { } what ? $": {what}" : ".")}{(parameter.Example is { } example ? $" For example: {OperationCall.Text(example)}" : "")}");
            }
        }

        CheckBody(documentation, operation, tool, read.GetValueOrDefault(OperationCall.BodyName), areAllNeeded);
        return read;
    }

    public static IReadOnlyList<string> Names(DocumentedOperation operation)
        => [.. operation.Parameters.Select(p => p.Name), .. operation.Body is null ? Array.Empty<string>() : [OperationCall.BodyName]];

    private static void TakeNumbersAsText(ApiDocumentation documentation, DocumentedOperation operation, Dictionary<string, JsonNode> values)
    {
        var schemas = operation.Parameters.Select(p => (p.Name, p.Schema)).Append((OperationCall.BodyName, operation.BodyContent?.Content.Child("schema")));
        foreach (var (name, schema) in schemas)
        {
            if (schema is { } known && values.TryGetValue(name, out var value))
            {
                values[name] = WithNumbersAsText(documentation, known, value);
            }
        }
    }

    /// <summary>Converts numbers to strings where the schema expects a string, because AI tools write labels of digits as numbers.</summary>
    private static JsonNode WithNumbersAsText(ApiDocumentation documentation, ContractNode schema, JsonNode value)
    {
        schema = documentation.Resolve(schema);
        switch (value)
        {
            case JsonValue when schema.Text("type") == "string" && value.GetValueKind() == JsonValueKind.Number:
                return JsonValue.Create(value.ToJsonString());
            case JsonArray items when schema.Child("items") is { } itemSchema:
                return new JsonArray([.. items.Select(i => i is null ? null : WithNumbersAsText(documentation, itemSchema, i.DeepClone()))]);
            case JsonObject attributes when schema.Child("properties") is { } properties:
                return new JsonObject(attributes.Select(a => KeyValuePair.Create(
                    a.Key,
                    a.Value is { } given && properties.Child(a.Key) is { } property ? WithNumbersAsText(documentation, property, given.DeepClone()) : a.Value?.DeepClone())));
            default:
                return value;
        }
    }

    private static void CheckParameter(ApiDocumentation documentation, string tool, ApiParameter parameter, JsonNode value)
    {
        if (parameter.Schema is { } schema)
        {
            CheckValue(documentation, tool, parameter.Name, documentation.Resolve(schema), value);
        }

        // Browsers and HttpClient resolve these segments, which results in another path.
        if (parameter.In == "path" && OperationCall.Text(value) is "" or "." or "..")
        {
            throw new McpException($"{tool}: '{parameter.Name}' is part of the path and cannot be '{OperationCall.Text(value)}'.");
        }
    }

    private static void CheckBody(ApiDocumentation documentation, DocumentedOperation operation, string tool, JsonNode? body, bool areAllNeeded)
    {
        if (body is null)
        {
            if (areAllNeeded && operation.Body is { } needed && needed.Flag("required"))
            {
                throw new McpException($"{tool} needs the argument '{OperationCall.BodyName}'{(needed.Text("description") is { } what ? $": {what}" : ".")}");
            }

            return;
        }

        if (operation.BodyContent is var (_, content) && content.Child("schema") is { } schema)
        {
            CheckValue(documentation, tool, OperationCall.BodyName, documentation.Resolve(schema), body);
        }
    }

    private static void CheckValue(ApiDocumentation documentation, string tool, string place, ContractNode schema, JsonNode value)
    {
        var kind = value.GetValueKind();
        var type = schema.Text("type");
        var fits = type switch
        {
            "string" => kind == JsonValueKind.String,
            "integer" => kind == JsonValueKind.Number && value.AsValue().TryGetValue<long>(out _),
            "number" => kind == JsonValueKind.Number,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "array" => kind == JsonValueKind.Array,
            "object" => kind == JsonValueKind.Object,
            _ => true,
        };
        if (!fits)
        {
            throw new McpException($"{tool}: '{place}' must be of type {SchemaText.Of(schema)}, but is {kind.ToString().ToLowerInvariant()}.");
        }

        if (type == "string" && schema.Text("format") == "uuid" && !Guid.TryParseExact(value.GetValue<string>(), "D", out _))
        {
            throw new McpException($"{tool}: '{place}' must be a UUID such as 6ff8f7f6-1eb3-3525-be4a-3932c805afed.");
        }

        if (schema.Node["enum"] is JsonArray choices && !choices.Any(c => JsonNode.DeepEquals(c, value)))
        {
            var texts = choices.Select(c => c is null ? "null" : OperationCall.Text(c)).ToList();
            throw new McpException($"{tool}: '{place}' cannot be '{OperationCall.Text(value)}'. {NearMatches.Sentence(OperationCall.Text(value), texts)}");
        }

        if (value is JsonObject attributes)
        {
            CheckAttributes(documentation, tool, place, schema, attributes);
        }
    }

    private static void CheckAttributes(ApiDocumentation documentation, string tool, string place, ContractNode schema, JsonObject attributes)
    {
        // The server checks composed schemas.
        if (schema.Child("properties") is not { } properties || schema.Node["allOf"] is not null)
        {
            return;
        }

        var known = properties.Children().ToDictionary(p => p.Key, p => p.Value);
        foreach (var (name, value) in attributes)
        {
            if (known.TryGetValue(name, out var property))
            {
                if (value is not null)
                {
                    CheckValue(documentation, tool, $"{place}.{name}", documentation.Resolve(property), value);
                }
            }
            else if (schema.Node["additionalProperties"] is null)
            {
                throw new McpException($"{tool}: '{place}' has no property '{name}'. {NearMatches.Sentence(name, known.Keys)}");
            }
        }

        foreach (var missing in (schema.Node["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()).Where(r => !attributes.ContainsKey(r)))
        {
            throw new McpException($"{tool}: '{place}' requires the property '{missing}'.");
        }
    }
}
