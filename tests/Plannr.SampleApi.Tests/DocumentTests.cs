namespace Plannr.SampleApi.Tests;

/// <summary>The documents that the API serves. The accepted ones are the contracts of this project.</summary>
public sealed class DocumentTests
{
    [Test]
    public Task Document_of_OpenApi30_is_the_contract() => Verify("3.0");

    [Test]
    public Task Document_of_OpenApi31_is_the_contract() => Verify("3.1");

    private static async Task Verify(string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"openapi/{version}.json");
        // The document names the server that it is requested from, whose port varies.
        request.Headers.Host = "api.example";
        using var response = await RunningApi.Client.SendAsync(request);
        await Snapshot.Verify(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), "json");
    }
}
