namespace Plannr.Client.Sending;

/// <summary>Checks server addresses, which the client sends access tokens to.</summary>
internal static class ServerUri
{
    /// <summary>Returns a value that indicates whether an absolute address uses https, or http on this machine.</summary>
    public static bool IsSafe(Uri address)
        => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Returns a value that indicates whether an absolute address contains only a scheme, a host, a port and a path.</summary>
    public static bool IsPlain(Uri address) => address is { UserInfo: "", Query: "", Fragment: "" };
}
