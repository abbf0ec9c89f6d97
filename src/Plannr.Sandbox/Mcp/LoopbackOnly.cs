using System.Net;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Hosts;

namespace Plannr.Sandbox.Mcp;

/// <summary>
/// Refuses what comes from another machine, or from a page of another site: its name could be made to resolve to this machine
/// (DNS rebinding), and the browser would then send the page's requests here. This is stricter than <see cref="HostFilter"/>, which lets other
/// machines pass where the sandbox listens for them.
/// </summary>
internal static class LoopbackOnly
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var refusal = Refusal(context);
        if (refusal is null)
        {
            await next(context);
            return;
        }

        await Answers.Error(StatusCodes.Status403Forbidden, $"The MCP server is for this machine only: {refusal}").ExecuteAsync(context);
    }

    private static string? Refusal(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
        {
            return $"the request comes from {remote}.";
        }

        if (!HostFilter.IsLoopback(context.Request.Host.Host))
        {
            return $"the header Host is '{context.Request.Host}'. Use 127.0.0.1 or localhost.";
        }

        foreach (var origin in context.Request.Headers.Origin)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !HostFilter.IsLoopback(uri.Host))
            {
                return $"the header Origin is '{origin}'.";
            }
        }

        return null;
    }
}
