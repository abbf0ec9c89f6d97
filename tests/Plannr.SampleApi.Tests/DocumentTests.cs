namespace Plannr.SampleApi.Tests;

/// <summary>The OpenAPI documents that the API serves. Their snapshots are the contracts of the tests' clients.</summary>
public sealed class DocumentTests
{
    [Test]
    public Task Document_of_OpenApi30_is_the_contract() => Verify("3.0");

    [Test]
    public Task Document_of_OpenApi31_is_the_contract() => Verify("3.1");

    private static async Task Verify(string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"openapi/{version}.json");
        // The document contains the address to which it was requested. Its port varies.
        request.Headers.Host = "api.example";
        using var response = await RunningApi.Client.SendAsync(request);
        await Snapshot.Verify(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), "json");
    }
}
