using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>The floor: handwritten code for speed only, with <see cref="HttpClient"/> and generated code of System.Text.Json.</summary>
internal sealed class RawPeer : HandwrittenPeer
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private readonly HttpClient _httpClient;

    public RawPeer(HttpMessageHandler handler, Uri server)
    {
        _httpClient = PeerHttpClient.Create(handler, server);
        _httpClient.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public override async Task<Connection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new ConnectionUpdate { Label = label }, ConnectionContext.Default.ConnectionUpdate);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Payload.Connections}/{uuid}")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = JsonType } },
        };
        return await SendAsync(request, ConnectionContext.Default.Connection, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<ConnectionList> ListAsync(CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Payload.Connections);
        return await SendAsync(request, ConnectionContext.Default.ConnectionList, cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose() => _httpClient.Dispose();

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(stream, type, cancellationToken).ConfigureAwait(false))!;
    }
}
