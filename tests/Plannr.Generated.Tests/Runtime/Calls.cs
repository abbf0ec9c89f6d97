namespace Plannr.Generated.Tests.Runtime;

/// <summary>Makes the calls that several tests share.</summary>
internal static class Calls
{
    public static readonly Guid Uuid = new("6ff8f7f6-1eb3-3525-be4a-3932c805afed");

    public static Task<OAuthConnection> UpdateAsync(this HttpClient httpClient, CancellationToken cancellationToken = default)
        => new OAuthConnectionsClient(httpClient).UpdateAsync(Uuid, new UpdateOAuthConnectionRequest { Label = "My Fundment Account 1" }, cancellationToken);

    /// <summary>Returns the connection that the client reads from a response with this body.</summary>
    public static async Task<OAuthConnection> ReadConnectionAsync(string body)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, body));
        using var httpClient = server.CreateClient();
        return await httpClient.UpdateAsync();
    }

    /// <summary>Returns the exception that a call throws when the server sends these bytes.</summary>
    public static async Task<PlannrApiException> FailWithAsync(params byte[][] response)
    {
        await using var server = RawServer.Answering(response);
        using var httpClient = server.CreateClient();
        return Assert.CatchAsync<PlannrApiException>(() => httpClient.UpdateAsync())!;
    }
}
