namespace Plannr.Generated.Tests.Runtime;

/// <summary>Tests the responses that methods named ...WithResponseAsync return.</summary>
public sealed class ApiResponseTests
{
    [Test]
    public async Task ApiResponse_has_status_headers_and_value()
    {
        var response = await UpdateAsync("X-Ratelimit-Remaining: 497", "X-Twice: a", "X-Twice: b");

        Assert.That(response.StatusCode, Is.EqualTo(200));
        Assert.That(response.Value.Label, Is.EqualTo("Mine"));
        Assert.That(response.RateLimitRemaining, Is.EqualTo(497));
        Assert.That(response.Headers["x-twice"], Is.EqualTo(new[] { "a", "b" }));
        Assert.That(response.Headers["content-type"], Is.EqualTo(new[] { "application/json" }));
    }

    [TestCase("X-Other: 1")]
    [TestCase("X-Ratelimit-Remaining: many")]
    [TestCase("X-Ratelimit-Remaining: 99999999999")]
    [TestCase("X-Ratelimit-Remaining: -1")]
    public async Task RateLimitRemaining_with_an_invalid_header_is_null(string header)
        => Assert.That((await UpdateAsync(header)).RateLimitRemaining, Is.Null);

    [Test]
    public async Task Headers_are_copied_once()
    {
        var response = await UpdateAsync("X-Other: 1");

        var headers = response.Headers;

        Assert.That(response.Headers, Is.SameAs(headers));
    }

    [Test]
    public void Header_without_values_is_missing()
    {
        var response = new ApiResponse(200, new Dictionary<string, IReadOnlyList<string>> { ["X-Ratelimit-Remaining"] = [] });

        Assert.That((response.RateLimitRemaining, response.GetHeader<string>("X-Ratelimit-Remaining")), Is.EqualTo((default(int?), default(string))));
    }

    [Test]
    [SetCulture("de-DE")]
    public void Header_is_read_independently_of_the_culture()
    {
        var response = new ApiResponse(200, new Dictionary<string, IReadOnlyList<string>> { ["X-Fee"] = ["12.5"], ["X-Since"] = ["2026-06-08T16:08:03+01:00"] });

        Assert.That((response.GetHeader<decimal>("X-Fee"), response.GetHeader<string>("X-Since")), Is.EqualTo((12.5m, "2026-06-08T16:08:03+01:00")));
    }

    [TestCase(true, """{"label":"Mine"}""")]
    [TestCase(false, null)]
    public async Task ResponseBody_has_the_body_if_KeepsResponseBodies_is_set(bool isKept, string? body)
        => Assert.That((await UpdateAsync(isKept)).ResponseBody, Is.EqualTo(body));

    [Test]
    public async Task ResponseBody_of_a_success_without_a_body_is_empty()
    {
        await using var server = RawServer.Answering(RawResponse.Head(204));
        using var httpClient = server.CreateClient();

        var response = await new OAuthConnectionsClient(httpClient) { KeepsResponseBodies = true }.DeleteWithResponseAsync(Calls.Uuid);

        Assert.That(response.ResponseBody, Is.Empty);
    }

    private static Task<ApiResponse<OAuthConnection>> UpdateAsync(params string[] headers) => UpdateAsync(keepsBody: false, headers);

    private static async Task<ApiResponse<OAuthConnection>> UpdateAsync(bool keepsBody, params string[] headers)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"label":"Mine"}""", headers));
        using var httpClient = server.CreateClient();
        return await new OAuthConnectionsClient(httpClient) { KeepsResponseBodies = keepsBody }
            .UpdateWithResponseAsync(Calls.Uuid, new UpdateOAuthConnectionRequest { Label = "Mine" });
    }
}
