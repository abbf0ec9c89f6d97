using System.Security.Cryptography;
using System.Text;

namespace Plannr.Sandbox.Api;

/// <summary>Checks access tokens.</summary>
internal sealed class Authentication(IEnumerable<string> tokens)
{
    private const string Scheme = "Bearer ";

    private readonly byte[][] _tokens = [.. tokens.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Returns the token of a request, or null if the token is missing or unknown.</summary>
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
