using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;
using Plannr.Mcp;
using Plannr.Mcp.Calls;
using Plannr.Mcp.Documentation;

namespace Plannr.Sandbox.Mcp;

/// <summary>The MCP server at <c>/mcp</c>.</summary>
internal static class McpEndpoints
{
    public const string Path = "/mcp";

    /// <summary>Adds the services of the MCP server.</summary>
    /// <param name="services">The sandbox's services.</param>
    /// <param name="documentation">The contract.</param>
    /// <param name="token">The sandbox's token.</param>
    /// <param name="allowCalls">Whether tools may call the sandbox.</param>
    public static void AddPlannrMcp(this IServiceCollection services, ApiDocumentation documentation, string token, bool allowCalls)
    {
        services.AddMcpServer().WithHttpTransport(transport => transport.SessionMode = HttpServerSessionMode.Stateless);
        services.AddSingleton(provider =>
        {
            var httpClient = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
            httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return httpClient;
        });
        services.AddOptions<McpServerOptions>().Configure<IServer, HttpClient>((options, server, httpClient) => McpContent.AddTo(
            options,
            documentation,
            () => new ApiTarget(Address(server), token),
            allowCalls ? new ApiCaller(httpClient, () => Address(server), isLive: false) : null));
    }

    public static void MapPlannrMcp(this WebApplication application)
    {
        application.UseWhen(context => context.Request.Path.StartsWithSegments(Path), mcp => mcp.Use(next => context => LoopbackOnly.InvokeAsync(context, next)));
        application.MapMcp(Path);
    }

    /// <summary>Returns the address of the sandbox. If it listens on all interfaces, the address is that of loopback.</summary>
    private static string Address(IServer server)
    {
        var address = new UriBuilder(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)))
        {
            address.Host = "127.0.0.1";
        }

        return address.Uri.GetLeftPart(UriPartial.Authority);
    }
}
