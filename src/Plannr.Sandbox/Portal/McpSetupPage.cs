using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plannr.Mcp.Documentation;

namespace Plannr.Sandbox.Portal;

/// <summary>Creates the page "Add MCP server to your AI tool", like the vendor's.</summary>
internal static class McpSetupPage
{
    public const string Path = "/add-mcp-server";

    private static readonly JsonSerializerOptions Indented = new(OperationCall.Readable) { WriteIndented = true };

    /// <summary>Returns the HTML of the page.</summary>
    /// <param name="mcpUrl">The address of the MCP server.</param>
    /// <param name="nonce">The nonce of the page's script.</param>
    public static string Create(string mcpUrl, string nonce)
    {
        var entry = new JsonObject { ["mcpServers"] = new JsonObject { ["PlannrCRM MCP server"] = new JsonObject { ["url"] = mcpUrl } } };
        var json = entry.ToJsonString(Indented).ReplaceLineEndings("\n");
        var commands = string.Join("\n", McpSetupCommands.Of(mcpUrl).Select((c, i) => $"""
                <div class="file">
                  <h3 id="tool{i}">{HtmlEncoder.Default.Encode(c.Tool)}</h3>
                  <button type="button" data-copy="command{i}" aria-label="Copy the command for {HtmlEncoder.Default.Encode(c.Tool)}">Copy</button>
                </div>
                <pre tabindex="0" aria-labelledby="tool{i}"><code id="command{i}">{HtmlEncoder.Default.Encode(c.Command)}</code></pre>
            """));
        return $$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Add MCP server to your AI tool</title>
              <link rel="icon" href="/favicon.svg">
              <style>
                :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
                body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 44rem; }
                h1 { font-size: 1.5rem; line-height: 1.25; }
                h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
                code, pre { font: .875rem/1.5 ui-monospace, monospace; }
                pre { margin: 0; padding: 1rem; overflow-x: auto; border: 1px solid #8886; border-radius: .5rem; }
                .file { display: flex; align-items: center; justify-content: space-between; margin: 2rem 0 .5rem; }
                .file h2, .file h3 { margin: 0; font-size: 1rem; }
                button { font: inherit; padding: .375rem .875rem; cursor: pointer; }
              </style>
            </head>
            <body>
              <p><a href="/">Documentation and API Explorer</a></p>
              <main>
                <h1>Add MCP server to your AI tool</h1>
                <p>Allow AI tools and LLMs to interact with the API documentation portal through MCP.</p>
                <h2>MCP server URL</h2>
                <pre tabindex="0" aria-label="MCP server URL">{{HtmlEncoder.Default.Encode(mcpUrl)}}</pre>
                <h2>With one command</h2>
            {{commands}}
                <p>Cursor: <a href="{{HtmlEncoder.Default.Encode(McpSetupCommands.CursorLink(mcpUrl))}}">add the server to Cursor</a>.</p>
                <h2>With a file</h2>
                <div class="file">
                  <h3 id="file">mcp.json</h3>
                  <button type="button" data-copy="entry">Copy</button>
                </div>
                <pre tabindex="0" aria-labelledby="file"><code id="entry">{{HtmlEncoder.Default.Encode(json)}}</code></pre>
                <p role="status" id="status"></p>
                <p>Standard setup for AI tools that read an <code>mcp.json</code> file; where the file has servers already, add the entry to them. Some tools want
                <code>"type": "http"</code> beside the URL. The server answers on this machine only, as long as the sandbox runs.</p>
              </main>
              <script nonce="{{nonce}}">
                const status = document.getElementById('status');
                for (const button of document.querySelectorAll('[data-copy]')) {
                  button.addEventListener('click', async () => {
                    const text = document.getElementById(button.dataset.copy);
                    try {
                      await navigator.clipboard.writeText(text.textContent);
                      status.textContent = 'Copied.';
                    } catch {
                      getSelection().selectAllChildren(text);
                      status.textContent = 'The browser does not let the page copy. The text is selected: copy it with Ctrl-C.';
                    }
                  });
                }
              </script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
