using Microsoft.AspNetCore.Builder;

namespace Plannr.SampleApi.Tests;

/// <summary>The API on a real socket, for all tests.</summary>
[SetUpFixture]
internal sealed class RunningApi
{
    private static WebApplication? application;

    /// <summary>Creates an HTTP client of the API.</summary>
    public static HttpClient CreateClient() => new() { BaseAddress = new Uri(application!.Urls.Single()) };

    [OneTimeSetUp]
    public async Task Start()
    {
        application = SampleApplication.Create();
        await application.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Stop() => await application!.DisposeAsync();
}
