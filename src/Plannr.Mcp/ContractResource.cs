using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Plannr.Mcp;

/// <summary>The contract as a resource.</summary>
internal sealed class ContractResource(string uri, string name, string mimeType, string text) : McpServerResource
{
    public override ResourceTemplate ProtocolResourceTemplate { get; } = new()
    {
        UriTemplate = uri,
        Name = name,
        Title = "The contract of the Plannr CRM API",
        Description = "The OpenAPI document that everything here is taken from.",
        MimeType = mimeType,
    };

    public override IReadOnlyList<object> Metadata => [];

    public override bool IsMatch(string uri) => uri == ProtocolResourceTemplate.UriTemplate;

    public override ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(new ReadResourceResult
        {
            Contents = [new TextResourceContents { Uri = ProtocolResourceTemplate.UriTemplate, MimeType = ProtocolResourceTemplate.MimeType, Text = text }],
        });
}
