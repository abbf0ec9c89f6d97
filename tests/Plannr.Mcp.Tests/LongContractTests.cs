using System.Text.Json.Nodes;

namespace Plannr.Mcp.Tests;

/// <summary>Tests that responses about a long contract are short, and that further calls return what they leave out.</summary>
public sealed class LongContractTests
{
    private const int Count = 60;

    [TestCase("list_operations", "{}")]
    [TestCase("search", """{"query":"thing","limit":20}""")]
    [TestCase("get_operation", """{"operation":"Things_Get007"}""")]
    [TestCase("get_schema", """{"schema":"Thing"}""")]
    [TestCase("fetch", """{"source":"#/components/schemas/Thing"}""")]
    [TestCase("fetch", """{"source":"#"}""")]
    public async Task Response_has_at_most_8000_characters_and_notes_what_is_left_out(string tool, string arguments)
    {
        await using var connection = await Connection.ToAsync(LongContract());

        var response = await connection.AskAsync(tool, arguments);

        Assert.That(Connection.Text(await connection.CallAsync(tool, arguments)), Has.Length.LessThanOrEqualTo(8_000));
        Assert.That(response.GetProperty("note").GetString(), Does.Contain("left out"));
    }

    [TestCase("list_operations", "{}", "items", Count)]
    [TestCase("search", """{"query":"operation","limit":20}""", "items", Count)]
    [TestCase("get_schema", """{"schema":"Thing"}""", "attributes", Count)]
    public async Task Pages_together_have_all_items(string tool, string arguments, string list, int minimum)
    {
        await using var connection = await Connection.ToAsync(LongContract());
        var sources = new List<string>();
        bool isMore;
        do
        {
            var page = JsonNode.Parse(arguments)!;
            page["offset"] = sources.Count;
            var response = await connection.AskAsync(tool, page.ToJsonString());
            sources.AddRange(response.GetProperty(list).EnumerateArray().Select(i => i.GetProperty("source").GetString()!));
            isMore = response.TryGetProperty("note", out var note) && note.GetString()!.Contains($"offset={sources.Count} ", StringComparison.Ordinal);
        }
        while (isMore);

        Assert.That(sources, Is.Unique.And.Count.GreaterThanOrEqualTo(minimum));
    }

    [Test]
    public async Task Parts_of_a_long_text_together_are_the_whole_text()
    {
        await using var connection = await Connection.ToAsync(LongContract());
        var text = "";
        int length;
        do
        {
            var part = await connection.AskAsync("fetch", $$"""{"source":"#","offset":{{text.Length}}}""");
            length = part.GetProperty("characters").GetInt32();
            text += part.GetProperty("text").GetString();
        }
        while (text.Length < length);

        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(LongContract())), Is.True);
    }

    [Test]
    public async Task Recursive_schema_is_defined_once_in_the_arguments_of_a_call()
    {
        await using var connection = await Connection.ToAsync(LongContract());

        var tool = (await connection.Client.ListToolsAsync()).Single(t => t.Name == "call_Things_Get007");

        var definitions = tool.JsonSchema.GetProperty("$defs");
        Assert.That(definitions.EnumerateObject().Select(d => d.Name), Is.EqualTo(new[] { "Thing" }));
        Assert.That(definitions.GetProperty("Thing").GetProperty("properties").GetProperty("self").GetProperty("$ref").GetString(), Is.EqualTo("#/$defs/Thing"));
        Assert.That(definitions.GetProperty("Thing").GetProperty("properties").GetProperty("attribute000").GetProperty("type").GetRawText(), Is.EqualTo("[\"string\",\"null\"]"));
    }

    [Test]
    public async Task Request_example_of_a_recursive_schema_is_refused_unless_arguments_are_given()
    {
        await using var connection = await Connection.ToAsync(LongContract());

        Assert.That(
            await connection.ErrorAsync("get_request_example", """{"operation":"Things_Get007"}"""),
            Does.StartWith("The example of 'Things_Get007' is too long for a response."));
        var example = await connection.AskAsync("get_request_example", """{"operation":"Things_Get007","arguments":{"parameter000":"a b&c","body":{"attribute000":"x"}}}""");
        Assert.That(example.GetProperty("code").GetString(), Does.Contain("?parameter000=a%20b%26c").And.Contain("""--data '{"attribute000":"x"}'"""));
    }

    /// <summary>Returns a contract with many operations, one of which has many parameters, long descriptions and large examples, and with a recursive schema of many properties.</summary>
    private static string LongContract()
    {
        var words = string.Concat(Enumerable.Repeat("words, \"quoted\" and 😀 ", 40));
        var attributes = new JsonObject { ["self"] = new JsonObject { ["$ref"] = "#/components/schemas/Thing" } };
        var example = new JsonObject();
        for (var i = 0; i < Count; i++)
        {
            attributes[$"attribute{i:000}"] = new JsonObject { ["type"] = "string", ["nullable"] = true, ["description"] = words };
            example[$"attribute{i:000}"] = words;
        }

        var paths = new JsonObject();
        for (var i = 0; i < Count; i++)
        {
            paths[$"/things/{i:000}"] = new JsonObject
            {
                ["post"] = new JsonObject { ["operationId"] = $"Things_Get{i:000}", ["summary"] = $"An operation on thing {i}", ["responses"] = new JsonObject() },
            };
        }

        var long007 = paths["/things/007"]!["post"]!;
        long007["description"] = words;
        long007["parameters"] = new JsonArray([.. Enumerable.Range(0, Count).Select(p => new JsonObject
        {
            ["name"] = $"parameter{p:000}",
            ["in"] = "query",
            ["description"] = words,
            ["schema"] = new JsonObject { ["type"] = "string" },
        })]);
        long007["requestBody"] = new JsonObject { ["content"] = Content(example) };
        long007["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = words, ["content"] = Content(example) } };

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Things", ["version"] = "1.0.0" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://things.test" }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["Thing"] = new JsonObject { ["type"] = "object", ["properties"] = attributes } } },
        }.ToJsonString();
    }

    private static JsonObject Content(JsonObject example) => new()
    {
        ["application/json"] = new JsonObject
        {
            ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Thing" },
            ["examples"] = new JsonObject { ["long"] = new JsonObject { ["value"] = example.DeepClone() } },
        },
    };
}
