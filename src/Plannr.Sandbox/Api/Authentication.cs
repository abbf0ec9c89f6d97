using System.Security.Cryptography;
using System.Text;

namespace Plannr.Sandbox.Api;

/// <summary>Knows the access tokens.</summary>
internal sealed class Authentication(IEnumerable<string> tokens)
{
    private const string Scheme = "Bearer ";

    private readonly byte[][] _tokens = [.. tokens.Select(Encoding.UTF8.GetBytes)];

    /// <returns>The token that a request carries, or null if it carries none that is known.</returns>
    public string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = header[Scheme.Length..].Trim();
        var bytes = Encoding.UTF8.GetBytes(token);
        return _tokens.Any(t => CryptographicOperations.FixedTimeEquals(t, bytes)) ? token : null;
    }
}
