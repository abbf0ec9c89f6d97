using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Routing.Patterns;
using Plannr.Mcp.Documentation;
using Plannr.Sandbox.Mcp;
using Scalar.AspNetCore;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// The documentation portal: the contract's documentation with an API Explorer, and how to set up the MCP server. All of it
/// comes from this server.
/// </summary>
internal static class PortalEndpoints
{
    private const string ExplorerDocumentPath = "/openapi/explorer.json";
    private const string SecurityScheme = "bearerAuth";

    /// <summary>Serves the portal, and the contract as it is.</summary>
    /// <param name="application">The sandbox.</param>
    /// <param name="documentation">The contract.</param>
    /// <param name="token">The token that the Explorer sends.</param>
    public static void MapPortal(this WebApplication application, ApiDocumentation documentation, string token)
    {
        application.MapGet("/openapi/plannr.yaml", () => Results.Text(documentation.Yaml, "application/yaml"));
        application.MapGet("/openapi/plannr.json", () => Results.Text(documentation.Json, "application/json"));
        application.MapGet(ExplorerDocumentPath, (HttpRequest request) => Results.Text(ExplorerDocument.Create(documentation, Address(request), token), "application/json"));
        application.MapGet(McpSetupPage.Path, (HttpContext context) =>
        {
            var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
            ContentSecurityPolicy.Apply(context.Response, nonce);
            return Results.Text(McpSetupPage.Create(Address(context.Request) + McpEndpoints.Path, nonce), "text/html; charset=utf-8");
        });
        application.MapExplorer(token);
    }

    private static void MapExplorer(this WebApplication application, string token)
        => application.MapScalarApiReference("/", (options, context) =>
        {
            options.EnabledTargets = [ScalarTarget.Shell, ScalarTarget.CSharp];
            options.WithTitle("Plannr CRM API")
                .WithOpenApiRoutePattern(ExplorerDocumentPath)
                // Takes the place of any server that the document names.
                .AddServer(new ScalarServer(Address(context.Request), "This sandbox"))
                .AddPreferredSecuritySchemes(SecurityScheme)
                .AddHttpAuthentication(SecurityScheme, scheme => scheme.Token = token)
                // Each of these would ask another host.
                .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools()
                // Closed groups would hide the operations, of which there are few, from the menu and from the browser's search.
                .ExpandAllTags()
                .WithFeaturedClients(new(ScalarTarget.Shell, ScalarClient.Curl), new(ScalarTarget.CSharp, ScalarClient.HttpClient))
                // The Explorer's document is not the contract; the introduction links to that.
                .HideDocumentDownload()
                .WithNonce();
            context.Response.OnStarting(() =>
            {
                if (context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce)
                {
                    ContentSecurityPolicy.Apply(context.Response, nonce);
                }

                return Task.CompletedTask;
            });
        })
        .Add(endpoint =>
        {
            // Scalar takes any path for the name of a document. There is one document, and other paths are none of its business.
            if (endpoint is RouteEndpointBuilder route && route.RoutePattern.GetParameter("documentName") is not null)
            {
                route.RoutePattern = RoutePatternFactory.Parse("/");
            }
        });

    private static string Address(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
