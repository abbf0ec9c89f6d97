using System.Net.Http.Headers;
using System.Text.Json;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>The floor: what one would write by hand, on <see cref="HttpClient"/> and System.Text.Json's generated code, for speed and nothing else.</summary>
internal sealed class RawPeer : IPeer
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private readonly HttpClient _httpClient;

    public RawPeer(HttpMessageHandler handler, Uri server)
    {
        _httpClient = PeerHttpClient.Create(handler, server);
        _httpClient.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public async Task<Connection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new ConnectionUpdate { Label = label }, ConnectionContext.Default.ConnectionUpdate);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Payload.Connections}/{uuid}")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = JsonType } },
        };
        using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(stream, ConnectionContext.Default.Connection, cancellationToken).ConfigureAwait(false))!;
    }

    public Task<Connection> UpdateToCompareAsync(string label) => UpdateAsync(Payload.Uuid, label);

    public void Dispose() => _httpClient.Dispose();
}
