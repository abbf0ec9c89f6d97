using System.Text.Encodings.Web;
using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// Serves the page that controls the sandbox and shows its journal live. Its script calls <c>/sandbox/...</c> with the token. A page of another
/// site cannot send the token: the browser sends a preflight request first, which <see cref="Hosts.HostFilter"/> rejects.
/// </summary>
internal static class SandboxPage
{
    public const string Path = "/sandbox";

    private const string Style = "sandbox.css";
    private const string Script = "sandbox.js";

    private static readonly Lazy<string> Html = new(() => Read("sandbox.html"));

    /// <summary>Adds the page.</summary>
    /// <param name="routes">The routes of the sandbox.</param>
    /// <param name="token">The token that the page sends.</param>
    public static void MapSandboxPage(this IEndpointRouteBuilder routes, string token)
    {
        routes.MapGet(Path, (HttpContext context) =>
        {
            ContentSecurityPolicy.ApplyToSandbox(context.Response);
            Simulation.Mark(context.Response);
            return Results.Text(Html.Value.Replace("{{token}}", HtmlEncoder.Default.Encode(token), StringComparison.Ordinal), "text/html; charset=utf-8");
        });
        MapFile(routes, Style, "text/css; charset=utf-8");
        MapFile(routes, Script, "text/javascript; charset=utf-8");
    }

    private static void MapFile(IEndpointRouteBuilder routes, string name, string mediaType)
    {
        var content = new Lazy<string>(() => Read(name));
        routes.MapGet($"{Path}/{name}", (HttpContext context) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Text(content.Value, mediaType);
        });
    }

    private static string Read(string name)
    {
        using var stream = typeof(SandboxPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in Plannr.Sandbox.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
