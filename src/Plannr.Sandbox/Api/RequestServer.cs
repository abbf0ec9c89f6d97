namespace Plannr.Sandbox.Api;

/// <summary>Returns the address of the sandbox as a caller knows it.</summary>
internal static class RequestServer
{
    /// <returns>The address without a slash at its end. The host is one that <see cref="Hosts.HostFilter"/> lets pass.</returns>
    public static string Server(this HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
