using Microsoft.AspNetCore.Builder;

namespace Plannr.SampleApi.Tests;

/// <summary>Runs the API on a real socket for all tests.</summary>
[SetUpFixture]
internal sealed class RunningApi
{
    private static WebApplication? application;
    private static HttpClient? client;

    /// <summary>Gets the HTTP client of the API, which all tests share.</summary>
    public static HttpClient Client => client!;

    [OneTimeSetUp]
    public async Task Start()
    {
        application = SampleApplication.Create();
        await application.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client!.Dispose();
        await application!.DisposeAsync();
    }
}
