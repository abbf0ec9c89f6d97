using System.Text.Json.Nodes;
using Plannr.Sandbox.Documentation;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// The contract as the API Explorer reads it: with this server in place of the live one, so that nothing the Explorer sends
/// can go there, and with an example in curl and in C# for each operation.
/// </summary>
internal static class ExplorerDocument
{
    public static string Create(ApiDocumentation documentation, string server, string token)
    {
        var document = documentation.Root.Node.DeepClone().AsObject();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = server, ["description"] = "This sandbox" });
        var info = document["info"]!.AsObject();
        info["description"] = $"{info["description"]?.GetValue<string>()}\n\n{Introduction(documentation, token)}";

        var target = new ApiTarget(server, token);
        foreach (var operation in documentation.Operations)
        {
            var call = ApiCall.Example(documentation, operation);
            var samples = new JsonArray(new JsonObject { ["lang"] = "shell", ["label"] = "curl", ["source"] = CurlExample.Of(call, target) });
            if (CSharpExample.Of(call, target) is { } csharp)
            {
                samples.Add(new JsonObject { ["lang"] = "csharp", ["label"] = "C#", ["source"] = csharp });
            }

            var shown = document["paths"]![operation.Path]![operation.Method.ToLowerInvariant()]!.AsObject();
            shown["x-codeSamples"] = samples;
            // The Explorer fills in the example of an operation's own parameter only, not of one that the path has for all.
            shown["parameters"] = new JsonArray([.. operation.Parameters.Select(p => p.Place.Node.DeepClone())]);
        }

        foreach (var (_, path) in document["paths"]!.AsObject())
        {
            path!.AsObject().Remove("parameters");
        }

        return document.ToJsonString();
    }

    private static string Introduction(ApiDocumentation documentation, string token) => $$"""
        ## Try it

        This page is served by a local sandbox. **Test Request**, then **Send**, calls the sandbox with its token `{{token}}`; nothing
        goes to {{(documentation.Server is { } live ? $"`{live}`" : "the live API")}}.

        The contract: [plannr.yaml](/openapi/plannr.yaml), [plannr.json](/openapi/plannr.json).

        ## Add MCP server to your AI tool

        Allow AI tools and LLMs to interact with this documentation through MCP: [how to set it up]({{McpSetupPage.Path}}).
        """;
}
