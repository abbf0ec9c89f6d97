using System.Text.Json.Nodes;
using Plannr.Mcp.Documentation;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// Creates the document for the API Explorer: the contract with this server instead of the live one, so that the Explorer cannot send requests
/// there, with examples in curl and C# for each operation, and with the guides to the API.
/// </summary>
internal static class ExplorerDocument
{
    private static readonly (string Label, CSharpClient Client)[] CSharp = [("C#", CSharpClient.PlannrClient), ("C#, generated client alone", CSharpClient.GeneratedAlone)];

    // The guides to the API. The others are in the READMEs of the packages.
    private static readonly string[] GuidesOnTheApi = ["authentication", "accounts", "connections", "expiry", "rate-limit", "errors", "webhooks"];

    public static string Create(ApiDocumentation documentation, PortalSynonyms synonyms, string server, string token)
    {
        var document = documentation.Root.Node.DeepClone().AsObject();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = server, ["description"] = "This sandbox" });
        var info = document["info"]!.AsObject();
        info["description"] = $"{info["description"]?.GetValue<string>()}\n\n{Introduction(documentation, token)}";

        var target = new ApiTarget(server, token);
        foreach (var operation in documentation.Operations)
        {
            var call = OperationCall.Example(documentation, operation);
            var samples = new JsonArray(new JsonObject { ["lang"] = "shell", ["label"] = "curl", ["source"] = CurlExample.Of(call, target) });
            foreach (var (label, client) in CSharp)
            {
                if (CSharpExample.Of(call, target, documentation, client) is { } csharp)
                {
                    samples.Add(new JsonObject { ["lang"] = "csharp", ["label"] = label, ["source"] = csharp });
                }
            }

            var shown = document["paths"]![operation.Path]![operation.Method.ToLowerInvariant()]!.AsObject();
            shown["x-codeSamples"] = samples;
            if (synonyms.Describe(operation) is { } description)
            {
                shown["description"] = description;
            }

            SandboxResponses.AddTo(shown, operation, documentation);
            shown["parameters"] = new JsonArray([.. operation.Parameters.Select(p => WithExamples(p, operation))]);
        }

        foreach (var (_, path) in document["paths"]!.AsObject())
        {
            path!.AsObject().Remove("parameters");
        }

        return document.ToJsonString();
    }

    /// <summary>
    /// Returns a parameter with a copy of its example for each example of the body. The Explorer only fills in a parameter's example that has the
    /// name of the body's example.
    /// </summary>
    private static JsonObject WithExamples(ApiParameter parameter, DocumentedOperation operation)
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

        The sandbox has a page for its [connections, clock, faults and requests]({{SandboxPage.Path}}).

        The contract: [plannr.yaml](/openapi/plannr.yaml), [plannr.json](/openapi/plannr.json).

        ## Add MCP server to your AI tool

        Allow AI tools and LLMs to interact with this documentation through MCP: [how to set it up]({{McpSetupPage.Path}}).

        {{string.Join("\n\n", Guides.All.Where(g => GuidesOnTheApi.Contains(g.Name)).Select(Section))}}
        """;

    /// <summary>Returns a guide as a section with its title, which replaces the first heading.</summary>
    private static string Section(Guide guide)
        => $"## {guide.Title}\n\n" + string.Join("\n\n", guide.Sections.Select((s, i) => i == 0 ? s.Text : $"### {s.Title}\n\n{s.Text}"));
}
