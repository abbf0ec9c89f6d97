namespace Plannr.Generated.Tests.Runtime;

/// <summary>Tests a success whose body is ignored. The vendor documents status 204 with the body {}, which HTTP does not allow.</summary>
public sealed class SuccessWithoutBodyTests
{
    private static readonly byte[][] Responses =
    [
        RawResponse.Head(204, "X-Ratelimit-Remaining: 7"),
        // A proxy may send a body nevertheless.
        [.. RawResponse.Head(204, "X-Ratelimit-Remaining: 7", "Content-Type: application/json", "Content-Length: 2"), .. "{}"u8],
    ];

    [Test]
    public async Task Success_without_a_documented_body_is_read_with_and_without_a_body([Values(0, 1)] int index)
    {
        await using var server = RawServer.Answering(Responses[index]);
        using var httpClient = server.CreateClient();

        var response = await new OAuthConnectionsClient(httpClient).DeleteWithResponseAsync(Calls.Uuid);

        Assert.That(response.StatusCode, Is.EqualTo(204));
        Assert.That(response.RateLimitRemaining, Is.EqualTo(7));
    }

    [TestCase(200)]
    [TestCase(202)]
    public async Task Undocumented_success_throws(int status)
    {
        await using var server = RawServer.Answering(RawResponse.Json(status, "{}"));
        using var httpClient = server.CreateClient();

        var exception = Assert.CatchAsync<PlannrApiException>(() => new OAuthConnectionsClient(httpClient).DeleteAsync(Calls.Uuid));

        Assert.That(exception!.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Documented_error_of_an_operation_without_a_body_is_typed()
    {
        await using var server = RawServer.Answering(RawResponse.Json(401, """{"message":"Unauthenticated."}"""));
        using var httpClient = server.CreateClient();

        var exception = Assert.ThrowsAsync<PlannrApiException<ApiError>>(() => new OAuthConnectionsClient(httpClient).DeleteAsync(Calls.Uuid));

        Assert.That(exception!.Error.Message, Is.EqualTo("Unauthenticated."));
    }
}
