namespace Plannr.Client.Sending;

/// <summary>Knows which server addresses an access token may be sent to.</summary>
internal static class ServerAddress
{
    /// <summary>Whether an absolute address is https, or http on this machine.</summary>
    public static bool IsSafe(Uri address)
        => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Whether an absolute address has nothing but a scheme, a host and a path.</summary>
    public static bool IsPlain(Uri address) => address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0;
}
