using System.Text.Json.Nodes;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>The contracts' types in the OpenAPI document of an ASP.NET Core application.</summary>
public sealed class DocumentTests
{
    [Test]
    public async Task Document_shows_the_shapes_of_types_and_parameters()
    {
        await using var api = await MinimalApi.StartAsync(withoutReflection: true);
        using var client = api.Client;

        var document = JsonNode.Parse(await client.GetStringAsync("openapi/v1.json"))!;

        // Without the server, whose port varies.
        await Snapshot.Verify(new JsonObject { ["paths"] = document["paths"]!.DeepClone(), ["components"] = document["components"]!.DeepClone() }.ToString().ReplaceLineEndings("\n"), "json");
    }
}
