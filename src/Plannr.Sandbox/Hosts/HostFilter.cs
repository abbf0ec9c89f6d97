using System.Net;
using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Hosts;

/// <summary>
/// Refuses requests whose <c>Host</c> or <c>Origin</c> is not the sandbox's. A page of another site can make its own name resolve to this
/// machine (DNS rebinding), and would then reach the sandbox with its well-known token.
/// </summary>
/// <param name="listen">The address that the sandbox listens on.</param>
/// <param name="allowed">Further names under which the sandbox is reached.</param>
internal sealed class HostFilter(IPAddress listen, IReadOnlyCollection<string> allowed)
{
    /// <summary>Returns whether a host is this machine, by its name or address.</summary>
    public static bool IsLoopback(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
        => Refusal(context.Request) is { } refusal
            ? Answers.Error(StatusCodes.Status403Forbidden, refusal).ExecuteAsync(context)
            : next(context);

    private string? Refusal(HttpRequest request)
    {
        var host = request.Host.Host;
        if (!IsAllowed(host))
        {
            return $"The sandbox is for this machine only: the header Host is '{request.Host}'. Use 127.0.0.1 or localhost, or allow the name with --allow-host or PlannrSandboxOptions.AllowedHosts.";
        }

        foreach (var origin in request.Headers.Origin)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !IsAllowedOrigin(uri.Host, host))
            {
                return $"The sandbox is for this machine only: the header Origin is '{origin}'. Allow the host of a page with --allow-host or PlannrSandboxOptions.AllowedHosts.";
            }
        }

        return null;
    }

    // An address cannot be rebound as a name can. Where the sandbox listens on the loopback interface only, other addresses are a mistake.
    private bool IsAllowed(string host) => IsLoopback(host) || IsListed(host) || (!IPAddress.IsLoopback(listen) && IPAddress.TryParse(host.Trim('[', ']'), out _));

    private bool IsAllowedOrigin(string origin, string host) => IsLoopback(origin) || IsListed(origin) || origin.Trim('[', ']').Equals(host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    private bool IsListed(string host) => allowed.Contains(host, StringComparer.OrdinalIgnoreCase);
}
