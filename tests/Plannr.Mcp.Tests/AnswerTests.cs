namespace Plannr.Mcp.Tests;

/// <summary>Answers from the documentation.</summary>
public sealed class AnswerTests
{
    private static readonly Dictionary<string, (string Tool, string Arguments)> Questions = new()
    {
        ["search"] = ("search", """{"query":"how do I rename an OAuth2 connection?","limit":3}"""),
        ["the operations"] = ("list_operations", "{}"),
        ["an operation"] = ("get_operation", """{"operation":"OAuthConnections_Update"}"""),
        ["an operation by its route"] = ("get_operation", """{"operation":"DELETE /api/v1/oauth/connections/{oauthConnection_uuid}"}"""),
        ["a schema"] = ("get_schema", """{"schema":"OAuthConnection"}"""),
        ["a schema by its pointer"] = ("get_schema", """{"schema":"#/components/schemas/ApiError"}"""),
        ["curl"] = ("get_request_example", """{"operation":"OAuthConnections_Update"}"""),
        ["C sharp"] = ("get_request_example", """{"operation":"OAuthConnections_Update","language":"csharp"}"""),
        ["a part"] = ("fetch", """{"source":"#/components/schemas/UpdateOAuthConnectionRequest"}"""),
    };

    private static IEnumerable<string> NamesOfQuestions => Questions.Keys;

    [TestCaseSource(nameof(NamesOfQuestions))]
    public async Task Answer(string question)
    {
        await using var connection = await Connection.OverHttpAsync();

        var answer = Connection.Pretty(await connection.AskAsync(Questions[question].Tool, Questions[question].Arguments));

        await Snapshot.Verify(answer.Replace(connection.Sandbox!.BaseAddress.GetLeftPart(UriPartial.Authority), "{sandbox}", StringComparison.Ordinal), "json");
    }

    [TestCaseSource(nameof(NamesOfQuestions))]
    public async Task No_answer_holds_a_reference_or_is_longer_than_its_limit(string question)
    {
        await using var connection = await Connection.OverHttpAsync();

        var answer = Connection.Text(await connection.CallAsync(Questions[question].Tool, Questions[question].Arguments));

        Assert.That(answer, Has.Length.LessThanOrEqualTo(8_000).And.Not.Contains("$ref"));
    }

    [Test]
    public async Task What_an_answer_cites_can_be_fetched()
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
