namespace Plannr.Mcp.Tests;

/// <summary>Tests the responses of the tools that read the documentation.</summary>
public sealed class DocumentationToolTests
{
    private static readonly Dictionary<string, (string Tool, string Arguments)> Calls = new()
    {
        ["search"] = ("search", """{"query":"how do I rename an OAuth2 connection?","limit":3}"""),
        ["operations"] = ("list_operations", "{}"),
        ["operation"] = ("get_operation", """{"operation":"OAuthConnections_Update"}"""),
        ["operation by its route"] = ("get_operation", """{"operation":"DELETE /api/v1/oauth/connections/{oauthConnection_uuid}"}"""),
        ["schema"] = ("get_schema", """{"schema":"OAuthConnection"}"""),
        ["schema by its pointer"] = ("get_schema", """{"schema":"#/components/schemas/ApiError"}"""),
        ["curl"] = ("get_request_example", """{"operation":"OAuthConnections_Update"}"""),
        ["C sharp"] = ("get_request_example", """{"operation":"OAuthConnections_Update","language":"csharp"}"""),
        ["part"] = ("fetch", """{"source":"#/components/schemas/UpdateOAuthConnectionRequest"}"""),
    };

    private static IEnumerable<string> CallNames => Calls.Keys;

    [TestCaseSource(nameof(CallNames))]
    public async Task Call_returns_the_documentation(string call)
    {
        await using var connection = await Connection.OverHttpAsync();

        var response = Connection.Pretty(await connection.AskAsync(Calls[call].Tool, Calls[call].Arguments));

        await Snapshot.Verify(response.Replace(connection.Sandbox!.BaseAddress.GetLeftPart(UriPartial.Authority), "{sandbox}", StringComparison.Ordinal), "json");
    }

    [TestCaseSource(nameof(CallNames))]
    public async Task Response_has_at_most_8000_characters_and_no_reference(string call)
    {
        await using var connection = await Connection.OverHttpAsync();

        var response = Connection.Text(await connection.CallAsync(Calls[call].Tool, Calls[call].Arguments));

        Assert.That(response, Has.Length.LessThanOrEqualTo(8_000).And.Not.Contains("$ref"));
    }

    [Test]
    public async Task Sources_of_search_results_can_be_fetched()
    {
        await using var connection = await Connection.OverHttpAsync();
        var sources = new List<string>();
        foreach (var query in new[] { "connection", "error", "token", "provider" })
        {
            var items = (await connection.AskAsync("search", Connection.Pretty(new { query, limit = 20 }))).GetProperty("items");
            sources.AddRange(items.EnumerateArray().Select(h => h.GetProperty("source").GetString()!));
        }

        foreach (var source in sources.Distinct())
        {
            Assert.That((await connection.AskAsync("fetch", Connection.Pretty(new { source }))).GetProperty("text").GetString(), Is.Not.Empty, source);
        }

        Assert.That(sources.Distinct().Count(), Is.GreaterThan(20));
    }
}
