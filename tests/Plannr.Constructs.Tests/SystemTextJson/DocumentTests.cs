using System.Text.Json.Nodes;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>Tests the OpenAPI document of an ASP.NET Core application that uses generated types.</summary>
public sealed class DocumentTests
{
    [Test]
    public async Task Document_contains_the_schemas_of_generated_types_and_parameters()
    {
        await using var api = await MinimalApi.StartAsync(withoutReflection: true);
        using var client = api.CreateClient();

        var document = JsonNode.Parse(await client.GetStringAsync("openapi/v1.json"))!;

        // The URL of the server is omitted, because its port varies.
        await Snapshot.Verify(new JsonObject { ["paths"] = document["paths"]!.DeepClone(), ["components"] = document["components"]!.DeepClone() }.ToString().ReplaceLineEndings("\n"), "json");
    }
}
