using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary>Describes a schema by its name or its type, without its content.</summary>
internal static class SchemaText
{
    public static string Of(ContractNode schema)
    {
        if (Name(schema) is { } name)
        {
            return name;
        }

        foreach (var (keyword, word) in new[] { ("oneOf", " or "), ("anyOf", " or "), ("allOf", " and ") })
        {
            if (schema.Items(keyword).ToList() is { Count: > 0 } parts)
            {
                return string.Join(word, parts.Select(Of));
            }
        }

        var type = schema.Text("type") switch
        {
            "array" => "array of " + (schema.Child("items") is { } items ? Of(items) : "anything"),
            "object" when schema.Child("additionalProperties") is { } values => "map of " + Of(values),
            null => schema.Node["properties"] is null ? "anything" : "object",
            var other => other,
        };
        return type + (schema.Text("format") is { } format ? $" ({format})" : "") + (schema.Flag("nullable") ? " or null" : "");
    }

    /// <summary>Returns the name of a referenced schema, or null if the schema is inline.</summary>
    public static string? Name(ContractNode schema)
        => schema.Text("$ref") is { } reference && reference.StartsWith("#/components/schemas/", StringComparison.Ordinal) ? reference.Split('/')[^1] : null;
}
