using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Routing.Patterns;
using Plannr.Mcp.Documentation;
using Plannr.Sandbox.Mcp;
using Scalar.AspNetCore;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// The documentation portal: the documentation of the contract with an API Explorer, and the setup of the MCP server. All files come from
/// this server.
/// </summary>
internal static class PortalEndpoints
{
    private const string ExplorerDocumentPath = "/openapi/explorer.json";
    private const string ScriptPath = "/portal.js";
    private const string SecurityScheme = "bearerAuth";

    /// <summary>Serves the portal and the unchanged contract.</summary>
    /// <param name="application">The sandbox.</param>
    /// <param name="documentation">The contract.</param>
    /// <param name="token">The token that the Explorer sends.</param>
    public static void MapPortal(this WebApplication application, ApiDocumentation documentation, string token)
    {
        application.MapGet("/openapi/plannr.yaml", () => Results.Text(documentation.Yaml, "application/yaml"));
        application.MapGet("/openapi/plannr.json", () => Results.Text(documentation.Json, "application/json"));
        var synonyms = new Lazy<PortalSynonyms>(() => new PortalSynonyms(documentation));
        application.MapGet(ExplorerDocumentPath, (HttpRequest request) => Results.Text(ExplorerDocument.Create(documentation, synonyms.Value, Address(request), token), "application/json"));
        application.MapGet(ScriptPath, () => Results.Stream(typeof(PortalEndpoints).Assembly.GetManifestResourceStream("portal.js")!, "text/javascript; charset=utf-8"));
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
            options.EnabledTargets = [ScalarTarget.Shell];
            options.WithTitle("Plannr CRM API")
                .WithOpenApiRoutePattern(ExplorerDocumentPath)
                // Replaces all servers in the document.
                .AddServer(new ScalarServer(Address(context.Request), "This sandbox"))
                .AddPreferredSecuritySchemes(SecurityScheme)
                .AddHttpAuthentication(SecurityScheme, scheme => scheme.Token = token)
                // Each of these features would call another host.
                .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools()
                // Collapsed groups would hide the few operations from the menu and from the browser's search.
                .ExpandAllTags()
                .WithFeaturedClients(new KeyValuePair<ScalarTarget, ScalarClient>(ScalarTarget.Shell, ScalarClient.Curl))
                // The Explorer's document differs from the contract, which the introduction links to.
                .HideDocumentDownload()
                .AddHeadContent($"<script src=\"{ScriptPath}\" defer></script>")
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
            // Scalar's route matches any path as the name of a document. There is only one document, so the route is limited to it.
            if (endpoint is RouteEndpointBuilder route && route.RoutePattern.GetParameter("documentName") is not null)
            {
                route.RoutePattern = RoutePatternFactory.Parse("/");
            }
        });

    private static string Address(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
