using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Plannr.Mcp;

/// <summary>A resource with text: the contract or a guide.</summary>
internal sealed class TextResource(string uri, string name, string title, string description, string mimeType, string text) : McpServerResource
{
    public override ResourceTemplate ProtocolResourceTemplate { get; } = new()
    {
        UriTemplate = uri,
        Name = name,
        Title = title,
        Description = description,
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
