using System.Net.Http.Headers;
using Plannr.Generated;

// The application has one HttpClient. To try it with the sandbox, set PLANNR_BASE_URL.
using var httpClient = new HttpClient();
httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("PLANNR_ACCESS_TOKEN"));
if (Environment.GetEnvironmentVariable("PLANNR_BASE_URL") is { } server)
{
    httpClient.BaseAddress = new Uri(server);
}

var connections = new OAuthConnectionsClient(httpClient);
try
{
    var connection = await connections.UpdateAsync(
        new Guid("6ff8f7f6-1eb3-3525-be4a-3932c805afed"),
        new UpdateOAuthConnectionRequest { Label = "My Fundment Account 1" });
    Console.WriteLine($"{connection.Label} at {connection.Provider?.Label}, updated {connection.UpdatedAt:u}");
    return 0;
}
catch (PlannrApiException<ApiError> exception)
{
    Console.Error.WriteLine($"{exception.StatusCode}: {exception.Error.Message}");
    return 1;
}
