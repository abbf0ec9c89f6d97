using System.Text.Json.Nodes;
using Plannr.Mcp.Documentation;

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
            if (CSharpExample.Of(call, target, documentation) is { } csharp)
            {
                samples.Add(new JsonObject { ["lang"] = "csharp", ["label"] = "C#", ["source"] = csharp });
            }

            var shown = document["paths"]![operation.Path]![operation.Method.ToLowerInvariant()]!.AsObject();
            shown["x-codeSamples"] = samples;
            shown["parameters"] = new JsonArray([.. operation.Parameters.Select(p => WithExamples(p, operation))]);
        }

        foreach (var (_, path) in document["paths"]!.AsObject())
        {
            path!.AsObject().Remove("parameters");
        }

        return document.ToJsonString();
    }

    /// <summary>The Explorer fills in the parameter's example that has the name of the body's, and knows no example for all.</summary>
    private static JsonObject WithExamples(ApiParameter parameter, ApiOperation operation)
    {
        var shown = parameter.Place.Node.DeepClone().AsObject();
        var names = operation.BodyContent?.Content.Child("examples")?.Children().Select(e => e.Key).ToList() ?? [];
        if (names.Count > 0 && parameter.Example is { } example)
        {
            shown.Remove("example");
            shown["examples"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["value"] = example.DeepClone() })));
        }

        return shown;
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
