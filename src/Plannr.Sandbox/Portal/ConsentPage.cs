using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Connections;

namespace Plannr.Sandbox.Portal;

/// <summary>A page of the simulated authorization: the question, the result, or an error. It has no script.</summary>
/// <param name="status">The status code of the response.</param>
/// <param name="title">The title and heading, as text.</param>
/// <param name="content">The content, as HTML.</param>
internal sealed class ConsentPage(int status, string title, string content) : IResult
{
    /// <summary>Returns the page that asks for permission to create or refresh a connection.</summary>
    public static ConsentPage Ask(Consent consent, ConsentConnection? connection, string state, DateTimeOffset now)
    {
        var provider = ProviderName.Label(consent.Provider);
        return new ConsentPage(StatusCodes.Status200OK, connection is null ? $"Allow Plannr to access {provider}?" : $"Allow Plannr to keep access to {provider}?", $"""
                <p>{Text(connection is null ? $"Plannr asks to make a connection to your {provider} account." : $"Plannr asks to refresh its connection to your {provider} account.")}</p>
                {Facts(
                    ("Provider", consent.Provider),
                    ("Plannr account", consent.Account.ToString()),
                    ("Connection", connection?.Uuid),
                    ("Label", connection?.Label),
                    (connection is null ? "" : "Expires", connection is null ? null : connection.RefreshTokenExpiresAt ?? "never"),
                    ("Sandbox time", now.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)))}
                <form method="post">
                  <input type="hidden" name="state" value="{Text(state)}">
                  <button name="decision" value="allow" class="primary">Allow</button>
                  <button name="decision" value="deny">Deny</button>
                </form>
            """);
    }

    /// <summary>Returns the page that confirms that the connection was created or refreshed.</summary>
    public static ConsentPage Allowed(Consent consent, JObject connection)
    {
        var shown = ConsentConnection.Of(connection);
        return new ConsentPage(StatusCodes.Status200OK, consent.Connection is null ? "Connected" : "Refreshed", $"""
                <p>{Text($"Plannr {(consent.Connection is null ? "is now connected to" : "has refreshed its connection to")} {ProviderName.Label(consent.Provider)}.")} You can close this page.</p>
                {Facts(
                    ("Connection", shown.Uuid),
                    ("Label", shown.Label),
                    ("Access token expires", connection.Value<string>("access_token_expires_at")),
                    ("Refresh token expires", shown.RefreshTokenExpiresAt))}
            """);
    }

    /// <summary>Returns the page that confirms that nothing was changed.</summary>
    public static ConsentPage Denied(Consent consent)
        => new(StatusCodes.Status200OK, "Denied", $"<p>{Text($"You denied access to {ProviderName.Label(consent.Provider)}.")} Nothing has changed. You can close this page.</p>");

    /// <summary>Returns an error page.</summary>
    public static ConsentPage Failure(int status, string message) => new(status, "This page cannot continue", $"<p>{Text(message)}</p>");

    public async Task ExecuteAsync(HttpContext context)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        ContentSecurityPolicy.ApplyToForm(context.Response, nonce);
        Simulation.Mark(context.Response);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Html(nonce), Encoding.UTF8, context.RequestAborted);
    }

    private static string Facts(params IEnumerable<(string Name, string? Value)> facts)
        => $"<dl>{string.Concat(facts.Where(f => f.Value is not null).Select(f => $"<div><dt>{Text(f.Name)}</dt><dd>{Text(f.Value!)}</dd></div>"))}</dl>";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private string Html(string nonce) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{{Text(title)}}</title>
          <link rel="icon" href="data:,">
          <style nonce="{{nonce}}">
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { margin: 0; }
            .simulation { margin: 0; padding: .625rem 1rem; background: #fde68a; color: #422006; text-align: center; font-size: .875rem; }
            main { box-sizing: border-box; margin: 2rem auto; padding: 0 1rem; max-width: 37rem; }
            h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
            dl { margin: 1.5rem 0; border-top: 1px solid #8886; }
            dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid #8886; }
            dt { flex: 0 0 12rem; opacity: .75; }
            dd { flex: 1 1 16rem; margin: 0; overflow-wrap: anywhere; }
            form { display: flex; gap: .75rem; }
            button { font: inherit; flex: 1; max-width: 12rem; padding: .625rem 1rem; border: 1px solid #888; border-radius: .5rem; background: transparent; color: inherit; cursor: pointer; }
            .primary { background: #1d4ed8; border-color: #1d4ed8; color: #fff; }
            .back { margin-top: 2rem; }
            :focus-visible { outline: 3px solid #60a5fa; outline-offset: 2px; }
          </style>
        </head>
        <body>
          <p class="simulation"><strong>Simulation.</strong> This page belongs to the Plannr sandbox. It stands in for the provider's consent page.</p>
          <main>
            <h1>{{Text(title)}}</h1>
        {{content}}
            <p class="back"><a href="{{SandboxPage.Path}}">Back to the sandbox</a></p>
          </main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");
}
