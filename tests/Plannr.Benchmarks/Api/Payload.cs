using System.Text;

namespace Plannr.Benchmarks.Api;

/// <summary>The bodies of requests and responses: the contract's example of an update, without spaces.</summary>
internal static class Payload
{
    public const string Token = "benchmark-token";
    public const string Label = "My Fundment Account 1";

    /// <summary>The path of the connections, without a leading slash.</summary>
    public const string Connections = "api/v1/oauth/connections";

    private const string LabelAttribute = "\"label\":";

    private const string ConnectionUpToLabel =
        """
        {"uuid":"8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c","created_at":"2026-06-08T16:08:03+01:00","updated_at":"2026-06-08T16:08:03+01:00","provider":{"name":"fundment","label":"Fundment","logo_url":"https://api.plannrcrm.com/imgs/fundment-banner.png","authorization_url":"https://api.plannrcrm.com/oauth/fundment/authorize"},"access_token_expires_at":"2026-06-08T19:08:03.847911Z","refresh_token_expires_at":"2027-06-08T15:08:03.847942Z","refresh_authorization_url":"https://api.plannrcrm.com/oauth/fundment/authorize/a99bdf91-a9d2-46c8-9690-df9f23910dc7","label":
        """;

    private static readonly Lazy<byte[]> ConnectionList = new(() => ConnectionListPayload.Of(1000));
    private static readonly byte[] RequestStart = Encoding.UTF8.GetBytes("{" + LabelAttribute);
    private static readonly byte[] ResponseStart = Encoding.UTF8.GetBytes(ConnectionUpToLabel);

    /// <summary>Gets the connection that can be updated.</summary>
    public static Guid Uuid { get; } = new("6ff8f7f6-1eb3-3525-be4a-3932c805afed");

    /// <summary>Gets the exact body of the request.</summary>
    public static byte[] Request { get; } = Encoding.UTF8.GetBytes($"{{{LabelAttribute}\"{Label}\"}}");

    /// <summary>Gets the body of the response.</summary>
    public static byte[] Response { get; } = ResponseTo(Request)!;

    /// <summary>Gets the body of the response to the request for all connections.</summary>
    public static byte[] List => ConnectionList.Value;

    /// <summary>Returns the body of the response to a request with any label.</summary>
    /// <returns>The bytes; null if the request is not an update of only the label.</returns>
    public static byte[]? ResponseTo(ReadOnlySpan<byte> request)
        => request.StartsWith(RequestStart) && request.EndsWith("\"}"u8) ? [.. ResponseStart, .. request[RequestStart.Length..]] : null;
}
