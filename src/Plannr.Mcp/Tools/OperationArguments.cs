using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary>Reads values for an operation's parameters and body, and says what is wrong with them before anything is sent.</summary>
internal static class OperationArguments
{
    /// <exception cref="McpException">A value is missing, unknown or of another type.</exception>
    public static Dictionary<string, JsonNode> Read(ApiDocumentation documentation, ApiOperation operation, string tool, JsonElement? given, bool areAllNeeded)
    {
        var values = given switch
        {
            null => [],
            { ValueKind: JsonValueKind.Object } => JsonObject.Create(given.Value)!,
            _ => throw new McpException($"{tool}: 'arguments' must be an object, with a value for each parameter by its name, and the body as '{ApiCall.BodyName}'."),
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

        foreach (var parameter in operation.Parameters)
        {
            if (read.TryGetValue(parameter.Name, out var value))
            {
                CheckParameter(documentation, tool, parameter, value);
            }
            else if (areAllNeeded && parameter.IsRequired)
            {
                throw new McpException($"{tool} needs the argument '{parameter.Name}'{(parameter.Description is { } what ? $": {what}" : ".")}{(parameter.Example is { } example ? $" For example: {ApiCall.Text(example)}" : "")}");
            }
        }

        CheckBody(documentation, operation, tool, read.GetValueOrDefault(ApiCall.BodyName), areAllNeeded);
        return read;
    }

    public static IReadOnlyList<string> Names(ApiOperation operation)
        => [.. operation.Parameters.Select(p => p.Name), .. operation.Body is null ? Array.Empty<string>() : [ApiCall.BodyName]];

    private static void CheckParameter(ApiDocumentation documentation, string tool, ApiParameter parameter, JsonNode value)
    {
        if (parameter.Schema is { } schema)
        {
            CheckValue(documentation, tool, parameter.Name, documentation.Resolve(schema), value);
        }

        // A browser and HttpClient alike take these for the folder above, which is another path.
        if (parameter.In == "path" && ApiCall.Text(value) is "" or "." or "..")
        {
            throw new McpException($"{tool}: '{parameter.Name}' stands in the path, and '{ApiCall.Text(value)}' cannot.");
        }
    }

    private static void CheckBody(ApiDocumentation documentation, ApiOperation operation, string tool, JsonNode? body, bool areAllNeeded)
    {
        if (body is null)
        {
            if (areAllNeeded && operation.Body is { } needed && needed.Flag("required"))
            {
                throw new McpException($"{tool} needs the argument '{ApiCall.BodyName}'{(needed.Text("description") is { } what ? $": {what}" : ".")}");
            }

            return;
        }

        if (operation.BodyContent is var (_, content) && content.Child("schema") is { } schema)
        {
            CheckValue(documentation, tool, ApiCall.BodyName, documentation.Resolve(schema), body);
        }
    }

    private static void CheckValue(ApiDocumentation documentation, string tool, string place, Located schema, JsonNode value)
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
            throw new McpException($"{tool}: '{place}' must be of type {SchemaText.Of(schema)}, and is {kind.ToString().ToLowerInvariant()}.");
        }

        if (type == "string" && schema.Text("format") == "uuid" && !Guid.TryParseExact(value.GetValue<string>(), "D", out _))
        {
            throw new McpException($"{tool}: '{place}' must be a UUID such as 6ff8f7f6-1eb3-3525-be4a-3932c805afed.");
        }

        if (schema.Node["enum"] is JsonArray choices && !choices.Any(c => JsonNode.DeepEquals(c, value)))
        {
            var texts = choices.Select(c => c is null ? "null" : ApiCall.Text(c)).ToList();
            throw new McpException($"{tool}: '{place}' cannot be '{ApiCall.Text(value)}'. {NearMatches.Sentence(ApiCall.Text(value), texts)}");
        }

        if (value is JsonObject attributes)
        {
            CheckAttributes(documentation, tool, place, schema, attributes);
        }
    }

    private static void CheckAttributes(ApiDocumentation documentation, string tool, string place, Located schema, JsonObject attributes)
    {
        // Composed schemas are left to the server.
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
                throw new McpException($"{tool}: '{place}' has no attribute '{name}'. {NearMatches.Sentence(name, known.Keys)}");
            }
        }

        foreach (var missing in (schema.Node["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()).Where(r => !attributes.ContainsKey(r)))
        {
            throw new McpException($"{tool}: '{place}' needs the attribute '{missing}'.");
        }
    }
}
