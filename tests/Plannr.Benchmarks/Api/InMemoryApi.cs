using System.Net;
using System.Net.Http.Headers;

namespace Plannr.Benchmarks.Api;

/// <summary>
/// The API without a network, for one call at a time. It reads the whole request, and returns the data only if the request is
/// correct, so that no client is fast because it leaves something out.
/// </summary>
internal sealed class InMemoryApi : HttpMessageHandler
{
    /// <summary>The address that clients call. No request leaves the process.</summary>
    public static readonly Uri Address = new("https://api.plannrcrm.com");

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly string ListPath = $"/{Payload.Connections}";
    private static readonly string Path = $"/{Payload.Connections}/{Payload.Uuid}";

    private readonly MemoryStream _body = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _body.SetLength(0);
        if (request.Content is { } content)
        {
            await content.CopyToAsync(_body, cancellationToken).ConfigureAwait(false);
        }

        var (status, body) = request.Headers.Authorization?.Parameter != Payload.Token ? (HttpStatusCode.Unauthorized, [])
            : request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath == ListPath ? (HttpStatusCode.OK, Payload.List)
            : request.Method != HttpMethod.Put || request.RequestUri!.AbsolutePath != Path ? (HttpStatusCode.NotFound, [])
            : request.Content?.Headers.ContentType?.MediaType != Json.MediaType ? (HttpStatusCode.UnsupportedMediaType, [])
            : !_body.GetBuffer().AsSpan(0, (int)_body.Length).SequenceEqual(Payload.Request) ? (HttpStatusCode.UnprocessableEntity, [])
            : (HttpStatusCode.OK, Payload.Response);
        var response = new HttpResponseMessage(status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
        };
        response.Headers.TryAddWithoutValidation("X-Ratelimit-Remaining", "499");
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        _body.Dispose();
        base.Dispose(disposing);
    }
}
