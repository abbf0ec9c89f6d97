using System.ComponentModel;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary><c>get_schema</c></summary>
internal sealed class GetSchemaTool(ApiDocumentation documentation) : DocumentationTool<GetSchemaTool.SchemaResult>(
    "get_schema",
    "Get one schema",
    "Describes one schema of the Plannr CRM API: its properties with type and description. Properties refer to other schemas by name; ask for those in turn.",
    new ToolArgument("schema", "string", "The schema's name, as get_operation and search give it.", IsRequired: true),
    ToolArgument.Offset("attributes"))
{
    private const int MaxDescriptionLength = 300;
    private const int MaxChoices = 50;

    protected override SchemaResult GetResult(ToolArguments arguments)
    {
        var wanted = arguments.Text("schema");
        var name = wanted.Split('/')[^1];
        if (!documentation.Schemas.TryGetValue(name, out var schema))
        {
            throw new McpException($"There is no schema '{wanted}'. {NearMatches.Sentence(name, [.. documentation.Schemas.Keys])}");
        }

        var offset = arguments.Integer("offset", ifAbsent: 0, min: 0, max: int.MaxValue);
        var result = new SchemaResult
        {
            Name = name,
            Type = SchemaText.Of(schema),
            Description = schema.Text("description") is { } description ? Cut(description, schema.Citation) : null,
            Choices = Choices(schema),
            Source = schema.Citation,
            Attributes = [],
        };
        var required = (schema.Node["required"] as JsonArray)?.Select(r => r!.GetValue<string>()).ToHashSet() ?? [];
        var attributes = (schema.Child("properties")?.Children() ?? []).Select(p => Describe(p.Key, p.Value, required.Contains(p.Key))).ToList();
        var page = ResultLimit.Page(attributes, offset, int.MaxValue, ResultLimit.Size(result) + 200);
        return result with { Attributes = page, Note = ResultLimit.Rest(offset, page.Count, attributes.Count, "attributes") };
    }

    private static Attribute Describe(string name, ContractNode property, bool isRequired) => new()
    {
        Name = name,
        Type = SchemaText.Of(property) + (property.Flag("nullable") && property.Node["type"] is null ? " or null" : ""),
        Required = isRequired,
        ReadOnly = property.Flag("readOnly") ? true : null,
        Choices = Choices(property),
        Description = property.Text("description") is { } description ? Cut(description, property.Citation) : null,
        Source = property.Citation,
    };

    private static List<string>? Choices(ContractNode schema)
        => schema.Node["enum"] is JsonArray choices ? [.. choices.Take(MaxChoices).Select(c => c is null ? "null" : OperationCall.Text(c)), .. choices.Count > MaxChoices ? ["..."] : Array.Empty<string>()] : null;

    private static string Cut(string text, string source) => text.Length <= MaxDescriptionLength ? text : $"{text[..MaxDescriptionLength]}... (fetch has the rest at {source})";

    internal sealed record SchemaResult
    {
        public required string Name { get; init; }

        public required string Type { get; init; }

        public string? Description { get; init; }

        [Description("The allowed values, if the contract lists them.")]
        public IReadOnlyList<string>? Choices { get; init; }

        public required IReadOnlyList<Attribute> Attributes { get; init; }

        [Description("The JSON pointer into the contract, for fetch.")]
        public required string Source { get; init; }

        [Description("What was left out, and how to get it.")]
        public string? Note { get; init; }
    }

    internal sealed record Attribute
    {
        public required string Name { get; init; }

        [Description("Its type, or the name of its schema, for get_schema.")]
        public required string Type { get; init; }

        public required bool Required { get; init; }

        public bool? ReadOnly { get; init; }

        public IReadOnlyList<string>? Choices { get; init; }

        public string? Description { get; init; }

        public required string Source { get; init; }
    }
}
