using System.Net.Http.Headers;
using Plannr.Benchmarks.Api;

namespace Plannr.Benchmarks.Peers;

/// <summary>The <see cref="HttpClient"/> of all peers. It sends the access token, and otherwise has its defaults.</summary>
internal static class PeerHttpClient
{
    public static HttpClient Create(HttpMessageHandler handler, Uri server) => new(handler)
    {
        BaseAddress = server,
        DefaultRequestHeaders =
        {
            Authorization = new AuthenticationHeaderValue("Bearer", Payload.Token),
        },
    };
}
