using System.Text.Json.Nodes;
using Plannr.Mcp.Documentation;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// The contract as the API Explorer reads it: with this server in place of the live one, so that nothing the Explorer sends
/// can go there, with an example in curl and in C# for each operation, and with the guides on the API.
/// </summary>
internal static class ExplorerDocument
{
    private static readonly (string Label, CSharpClient Client)[] CSharp = [("C#", CSharpClient.PlannrClient), ("C#, generated client alone", CSharpClient.GeneratedAlone)];

    // Of the guides, those on the API; the others are in the READMEs of the packages.
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
            var call = ApiCall.Example(documentation, operation);
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

        The sandbox has a page for its [connections, clock, faults and requests]({{SandboxPage.Path}}).

        The contract: [plannr.yaml](/openapi/plannr.yaml), [plannr.json](/openapi/plannr.json).

        ## Add MCP server to your AI tool

        Allow AI tools and LLMs to interact with this documentation through MCP: [how to set it up]({{McpSetupPage.Path}}).

        {{string.Join("\n\n", Guides.All.Where(g => GuidesOnTheApi.Contains(g.Name)).Select(Section))}}
        """;

    /// <summary>A guide as a section under its title, which the first heading repeats.</summary>
    private static string Section(Guide guide)
        => $"## {guide.Title}\n\n" + string.Join("\n\n", guide.Sections.Select((s, i) => i == 0 ? s.Text : $"### {s.Title}\n\n{s.Text}"));
}
