using System.ComponentModel;
using System.Text.Json.Nodes;

namespace Plannr.Mcp.Tools;

/// <summary>The response of <c>get_operation</c>. It only contains the names of schemas, which <c>get_schema</c> describes.</summary>
internal sealed class OperationResult
{
    public required string Name { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Summary { get; init; }

    public string? Description { get; set; }

    public IReadOnlyList<string>? Tags { get; init; }

    [Description("How the request is authorized.")]
    public string? Security { get; init; }

    public IReadOnlyList<Parameter>? Parameters { get; set; }

    public RequestBody? Body { get; init; }

    [Description("The responses, including errors.")]
    public required IReadOnlyList<Response> Responses { get; set; }

    [Description("The JSON pointer into the contract, for fetch.")]
    public required string Source { get; init; }

    [Description("What was left out, and how to get it.")]
    public string? Note { get; set; }

    internal sealed class Parameter
    {
        public required string Name { get; init; }

        public required string In { get; init; }

        public required bool Required { get; init; }

        public required string Type { get; init; }

        public string? Description { get; set; }

        public JsonNode? Example { get; set; }

        public required string Source { get; init; }
    }

    internal sealed class RequestBody
    {
        public required bool Required { get; init; }

        public string? Description { get; set; }

        public required IReadOnlyList<Content> Contents { get; init; }

        public required string Source { get; init; }
    }

    internal sealed class Response
    {
        [Description("The status, or 'default' for any other.")]
        public required string Status { get; init; }

        public string? Description { get; set; }

        public IReadOnlyList<Header>? Headers { get; init; }

        public IReadOnlyList<Content>? Contents { get; init; }

        public required string Source { get; init; }
    }

    internal sealed class Header
    {
        public required string Name { get; init; }

        public required string Type { get; init; }

        public string? Description { get; set; }
    }

    internal sealed class Content
    {
        public required string MediaType { get; init; }

        [Description("The schema's name, for get_schema, or its type.")]
        public required string Schema { get; init; }

        public IReadOnlyList<Example>? Examples { get; init; }
    }

    internal sealed class Example
    {
        public required string Name { get; init; }

        public string? Summary { get; init; }

        [Description("The example; missing if it was left out to keep the response short.")]
        public JsonNode? Value { get; set; }

        public required string Source { get; init; }
    }
}
