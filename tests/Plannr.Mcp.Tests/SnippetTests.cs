using Newtonsoft.Json.Linq;
using Plannr.Sandbox;

namespace Plannr.Mcp.Tests;

/// <summary>Tests that the C# examples compile.</summary>
public sealed class SnippetTests
{
    [Test]
    public async Task Example_in_CSharp_of_every_operation_compiles([Values("csharp", "csharp-generated")] string language, [Values] Transport transport)
    {
        await using var connection = await Connection.OpenAsync(transport);
        var operations = (await connection.AskAsync("list_operations")).GetProperty("items").EnumerateArray().Select(o => o.GetProperty("name").GetString()!).ToList();
        foreach (var operation in operations)
        {
            var code = (await connection.AskAsync("get_request_example", Connection.Pretty(new { operation, language }))).GetProperty("code").GetString()!;

            Assert.That(Problems(code), Is.Empty, code);
            Assert.That(code.Contains("new PlannrClient(", StringComparison.Ordinal), Is.EqualTo(language == "csharp"), code);
            Assert.That(code.Contains("HttpClient", StringComparison.Ordinal), Is.EqualTo(language == "csharp-generated"), code);
        }

        Assert.That(operations, Has.Count.EqualTo(9));
    }

    [Test]
    public async Task Examples_of_the_portal_compile_and_show_the_client_first()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };
        var document = JObject.Parse(await httpClient.GetStringAsync("/openapi/explorer.json"));

        var operations = document["paths"]!.Children().SelectMany(path => path.First!.Children<JProperty>()).Select(o => o.Value["x-codeSamples"]!).ToList();

        Assert.That(operations, Has.Count.EqualTo(9));
        foreach (var samples in operations)
        {
            Assert.That(samples.Select(s => s.Value<string>("label")), Is.EqualTo(new[] { "curl", "C#", "C#, generated client alone" }));
            Assert.That(samples.Skip(1).SelectMany(s => Problems(s.Value<string>("source")!)), Is.Empty);
            Assert.That(samples[1]!.Value<string>("source"), Does.Contain("new PlannrClient(new PlannrClientOptions { BaseAddress = new Uri(").And.Not.Contain("HttpClient"));
        }
    }

    [Test]
    public async Task Example_with_special_characters_in_the_label_compiles()
    {
        await using var connection = await Connection.OverHttpAsync();
        var example = await connection.AskAsync("get_request_example", """
            {"operation":"OAuthConnections_Update","language":"csharp","arguments":{"body":{"label":"\"; throw null; // \\ \n\u2028"}}}
            """);

        Assert.That(Problems(example.GetProperty("code").GetString()!), Is.Empty);
    }

    private static IEnumerable<string> Problems(string code)
        => CSharpExample.ProblemsOf(code, "global using System; global using System.Net.Http; global using System.Threading.Tasks;");
}
