namespace Plannr.Mcp.Tests;

/// <summary>Tests the hits of searches in natural language.</summary>
public sealed class SearchTests
{
    private const string Update = "#/paths/~1api~1v1~1oauth~1connections~1{oauthConnection_uuid}/put";
    private const string Delete = "#/paths/~1api~1v1~1oauth~1connections~1{oauthConnection_uuid}/delete";
    private const string List = "#/paths/~1api~1v1~1oauth~1connections/get";

    [TestCase("how do I rename an OAuth2 connection?", Update)]
    [TestCase("change the label of a connection", Update)]
    [TestCase("updating connections", Update)]
    [TestCase("OAuthConnections_Update", Update)]
    [TestCase("PUT connection", Update)]
    [TestCase("remove a connection", Delete)]
    [TestCase("how can I disconnect a third party?", Delete)]
    [TestCase("is deleting dangerous for addons", Delete)]
    [TestCase("show me all connections", List)]
    [TestCase("lst of conections", List)]
    [TestCase("list my logins", "#/paths/~1api~1v1~1logins/get")]
    [TestCase("me_get", "#/paths/~1api~1v1~1me/get")]
    [TestCase("subscribe to webhooks", "#/paths/~1api~1v2~1webhook-subscriptions/post")]
    [TestCase("create a webhook", "#/paths/~1api~1v2~1webhook-subscriptions/post")]
    [TestCase("change the events of a webhook subscription", "#/paths/~1api~1v2~1webhook-subscriptions~1{uuid}/put")]
    [TestCase("all webhook subscriptions", "#/paths/~1api~1v2~1webhook-subscriptions/get")]
    [TestCase("how is the signature of a webhook computed", "plannr://guides/webhooks")]
    [TestCase("WebhookEvent", "#/components/schemas/WebhookEvent")]
    [TestCase("how many requests may I send per minute", "#/components/responses/TooManyRequests")]
    [TestCase("rate limit left", "plannr://guides/rate-limit")]
    [TestCase("Too Many Requests", "#/components/responses/TooManyRequests")]
    [TestCase("when does the access token expire", "#/components/schemas/OAuthConnection/properties/access_token_expires_at")]
    [TestCase("provider logo", "#/components/schemas/OAuthProvider/properties/logo_url")]
    [TestCase("bearer authentication", "#/components/securitySchemes/bearerAuth")]
    [TestCase("shape of validation errors", "#/components/responses/Error")]
    [TestCase("X-Ratelimit-Remaining", "#/components/headers/X-Ratelimit-Remaining")]
    [TestCase("create a connection", "plannr://guides/connections")]
    [TestCase("rename", Update)]
    [TestCase("OAuthProvider", "#/components/schemas/OAuthProvider")]
    public async Task First_hit_answers_the_query(string query, string source)
    {
        await using var connection = await Connection.OverHttpAsync();

        var response = await connection.AskAsync("search", Connection.Pretty(new { query }));

        Assert.That(response.GetProperty("items")[0].GetProperty("source").GetString(), Is.EqualTo(source), Connection.Pretty(response));
    }

    [TestCase("remove label")]
    [TestCase("delete the name of a connection")]
    [TestCase("drop webhook")]
    [TestCase("revoke my login")]
    public async Task Destructive_operation_ranks_below_an_operation_that_matches_better(string query)
    {
        await using var connection = await Connection.OverHttpAsync();

        var response = await connection.AskAsync("search", Connection.Pretty(new { query }));

        var operations = response.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("kind").GetString() == "operation").Select(i => i.GetProperty("source").GetString()).ToList();
        Assert.That(operations, Has.Count.GreaterThan(1).And.Contains(Delete));
        Assert.That(operations[0], Is.Not.EqualTo(Delete));
    }

    [Test]
    public async Task Search_for_create_a_connection_returns_that_the_API_cannot_do_it()
    {
        await using var connection = await Connection.OverHttpAsync();

        var hit = (await connection.AskAsync("search", """{"query":"create a connection"}""")).GetProperty("items")[0];
        var guide = await connection.AskAsync("fetch", """{"source":"plannr://guides/connections"}""");

        Assert.That(hit.GetProperty("excerpt").GetString(), Does.StartWith("The API cannot create an OAuth2 connection."));
        Assert.That(hit.GetProperty("next").GetString(), Is.EqualTo("fetch(source: \"plannr://guides/connections\")"));
        Assert.That(guide.GetProperty("text").GetString(), Does.Contain("Add External Connection").And.Contain("refresh_authorization_url"));
    }

    [TestCase("zebra crossing")]
    [TestCase("how do I")]
    public async Task Search_without_hits_returns_a_note(string query)
    {
        await using var connection = await Connection.OverHttpAsync();

        var response = await connection.AskAsync("search", Connection.Pretty(new { query }));

        Assert.That(response.GetProperty("total").GetInt32(), Is.Zero);
        Assert.That(response.GetProperty("note").GetString(), Is.EqualTo("Nothing fits. Try other words, or list_operations."));
    }

    [Test]
    public async Task Search_with_an_offset_returns_the_next_hits()
    {
        await using var connection = await Connection.OverHttpAsync();

        var first = await connection.AskAsync("search", """{"query":"connection","limit":2}""");
        var second = await connection.AskAsync("search", """{"query":"connection","limit":"2","offset":2}""");

        var total = first.GetProperty("total").GetInt32();
        Assert.That(first.GetProperty("items").GetArrayLength(), Is.EqualTo(2));
        Assert.That(first.GetProperty("note").GetString(), Is.EqualTo($"{total - 2} more hits left out; ask again with offset=2 for the rest."));
        Assert.That(second.GetProperty("items")[0].GetProperty("source").GetString(), Is.Not.EqualTo(first.GetProperty("items")[0].GetProperty("source").GetString()));
    }

    [Test]
    public async Task Tools_lead_from_a_question_to_the_request_that_renames_a_connection()
    {
        await using var connection = await Connection.OverStdioAsync([]);

        var hit = (await connection.AskAsync("search", """{"query":"how do I rename an OAuth2 connection?"}""")).GetProperty("items")[0];
        Assert.That(hit.GetProperty("next").GetString(), Is.EqualTo("get_operation(operation: \"OAuthConnections_Update\")"));
        var operation = await connection.AskAsync("get_operation", """{"operation":"OAuthConnections_Update"}""");
        Assert.That(operation.GetProperty("body").GetProperty("contents")[0].GetProperty("schema").GetString(), Is.EqualTo("UpdateOAuthConnectionRequest"));
        var schema = await connection.AskAsync("get_schema", """{"schema":"UpdateOAuthConnectionRequest"}""");
        Assert.That(schema.GetProperty("attributes")[0].GetProperty("name").GetString(), Is.EqualTo("label"));
        var example = await connection.AskAsync("get_request_example", """{"operation":"OAuthConnections_Update","arguments":{"body":{"label":"It's mine"}}}""");
        Assert.That(example.GetProperty("code").GetString(), Is.EqualTo("""
            curl --request PUT 'https://api.plannrcrm.com/api/v1/oauth/connections/6ff8f7f6-1eb3-3525-be4a-3932c805afed' \
              --header "Authorization: Bearer $PLANNR_ACCESS_TOKEN" \
              --header 'Accept: application/json' \
              --header 'Content-Type: application/json' \
              --data '{"label":"It'\''s mine"}'
            """.ReplaceLineEndings("\n")));
    }
}
