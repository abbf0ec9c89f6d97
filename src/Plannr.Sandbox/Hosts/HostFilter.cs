using System.Net;
using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Hosts;

/// <summary>
/// Rejects requests with a <c>Host</c> or <c>Origin</c> other than the sandbox's. Otherwise, a page of another site could make its own name
/// resolve to this machine (DNS rebinding) and call the sandbox with its well-known token.
/// </summary>
/// <param name="listen">The address that the sandbox listens on.</param>
/// <param name="allowed">Additional host names of the sandbox.</param>
internal sealed class HostFilter(IPAddress listen, IReadOnlyCollection<string> allowed)
{
    /// <summary>Returns whether a host name or address is that of this machine.</summary>
    public static bool IsLoopback(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
        => Refusal(context.Request) is { } refusal
            ? JsonResponses.Error(StatusCodes.Status403Forbidden, refusal).ExecuteAsync(context)
            : next(context);

    private string? Refusal(HttpRequest request)
    {
        var host = request.Host.Host;
        if (!IsAllowed(host))
        {
            return $"The sandbox does not accept the header Host: '{request.Host}'. Use 127.0.0.1 or localhost, or allow the name with --allow-host or PlannrSandboxOptions.AllowedHosts.";
        }

        foreach (var origin in request.Headers.Origin)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !IsAllowedOrigin(uri.Host, host))
            {
                return $"The sandbox does not accept the header Origin: '{origin}'. Allow the host of a page with --allow-host or PlannrSandboxOptions.AllowedHosts.";
            }
        }

        return null;
    }

    // IP addresses are safe, because only names can be rebound. If the sandbox listens only on loopback, other addresses are mistakes.
    private bool IsAllowed(string host) => IsLoopback(host) || IsListed(host) || (!IPAddress.IsLoopback(listen) && IPAddress.TryParse(host.Trim('[', ']'), out _));

    private bool IsAllowedOrigin(string origin, string host) => IsLoopback(origin) || IsListed(origin) || origin.Trim('[', ']').Equals(host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    private bool IsListed(string host) => allowed.Contains(host, StringComparer.OrdinalIgnoreCase);
}
