namespace Plannr.Generated.Tests.Runtime;

/// <summary>The call that most tests make.</summary>
internal static class Calls
{
    public static readonly Guid Uuid = new("6ff8f7f6-1eb3-3525-be4a-3932c805afed");

    public static Task<OAuthConnection> UpdateAsync(this HttpClient httpClient, CancellationToken cancellationToken = default)
        => new OAuthConnectionsClient(httpClient).UpdateAsync(Uuid, new UpdateOAuthConnectionRequest { Label = "My Fundment Account 1" }, cancellationToken);

    /// <summary>Makes the call to a server that answers with this body.</summary>
    public static async Task<OAuthConnection> UpdateAnsweredWithAsync(string body)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, body));
        using var httpClient = server.CreateClient();
        return await httpClient.UpdateAsync();
    }

    /// <summary>Makes the call to a server that answers with these bytes, and returns what it throws.</summary>
    public static async Task<PlannrApiException> FailWithAsync(params byte[][] response)
    {
        await using var server = RawServer.Answering(response);
        using var httpClient = server.CreateClient();
        return Assert.CatchAsync<PlannrApiException>(() => httpClient.UpdateAsync())!;
    }
}
