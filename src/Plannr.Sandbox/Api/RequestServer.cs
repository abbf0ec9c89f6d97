namespace Plannr.Sandbox.Api;

/// <summary>Finds the address of the sandbox that a caller used.</summary>
internal static class RequestServer
{
    /// <summary>Returns the address without a trailing slash. <see cref="Hosts.HostFilter"/> has checked the host.</summary>
    public static string Server(this HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
