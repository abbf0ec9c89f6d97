using System.Text;

namespace Plannr.Testing;

/// <summary>Creates HTTP responses as bytes.</summary>
internal static class RawResponse
{
    public static byte[] Json(int status, string body, params string[] headers)
        => Of(status, Encoding.UTF8.GetBytes(body), ["Content-Type: application/json", .. headers]);

    public static byte[] Of(int status, byte[] body, params string[] headers)
        => [.. Head(status, [.. headers, $"Content-Length: {body.Length}"]), .. body];

    public static byte[] Head(int status, params string[] headers)
        => Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Whatever\r\n{string.Concat(headers.Select(h => h + "\r\n"))}Connection: close\r\n\r\n");
}
