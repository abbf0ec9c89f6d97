using System.Net.Http.Headers;
using Plannr.Benchmarks.Api;

namespace Plannr.Benchmarks.Peers;

/// <summary>The <see cref="HttpClient"/> of a peer, the same for all: with the token, and otherwise as it comes.</summary>
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
