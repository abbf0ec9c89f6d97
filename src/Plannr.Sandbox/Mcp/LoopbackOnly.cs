using System.Net;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Hosts;

namespace Plannr.Sandbox.Mcp;

/// <summary>
/// Rejects requests from other machines and from pages of other sites, whose names could resolve to this machine (DNS rebinding). It is
/// stricter than <see cref="HostFilter"/>, which accepts other machines if the sandbox listens on their network.
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

        await JsonResponses.Error(StatusCodes.Status403Forbidden, $"The MCP server is for this machine only: {refusal}").ExecuteAsync(context);
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
