using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Plannr.Sandbox;

namespace Plannr.Cli.Tests;

/// <summary>A proxy before a sandbox that records the connection of each update, and can hold back responses.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _sandbox;
    private readonly ConcurrentQueue<Guid> _updates = [];
    private readonly TaskCompletionSource _never = new();
    private (int Count, TaskCompletionSource Reached) _hold = (int.MaxValue, new TaskCompletionSource());

    private RecordingServer(WebApplication application, HttpClient sandbox)
    {
        _application = application;
        _sandbox = sandbox;
    }

    public Uri BaseAddress => new(_application.Urls.Single());

    /// <summary>Gets the connections of all updates so far, in the order of the requests.</summary>
    public IReadOnlyList<Guid> Updates => [.. _updates];

    public static async Task<RecordingServer> StartAsync(PlannrSandbox sandbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Token) } };
        var application = builder.Build();
        var server = new RecordingServer(application, httpClient);
        application.MapPut("/api/v1/oauth/connections/{uuid:guid}", server.UpdateAsync);
        await application.StartAsync();
        return server;
    }

    /// <summary>Responds to a number of further updates. The sandbox executes the updates after them, but they get no response.</summary>
    /// <returns>A task that completes when an update gets no response.</returns>
    public Task HoldAfter(int updates)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _hold = (_updates.Count + updates, reached);
        return reached.Task;
    }

    public void HoldNone() => _hold = (int.MaxValue, new TaskCompletionSource());

    public async ValueTask DisposeAsync()
    {
        _never.TrySetCanceled();
        await _application.DisposeAsync();
        _sandbox.Dispose();
    }

    private async Task UpdateAsync(HttpContext context, Guid uuid)
    {
        _updates.Enqueue(uuid);
        using var request = new HttpRequestMessage(HttpMethod.Put, context.Request.Path.Value);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var body = new StreamReader(context.Request.Body);
        request.Content = new StringContent(await body.ReadToEndAsync(), MediaTypeHeaderValue.Parse("application/json"));
        using var response = await _sandbox.SendAsync(request);
        if (_updates.Count > _hold.Count)
        {
            // The sandbox has executed the update, but the client never gets the response.
            _hold.Reached.TrySetResult();
            await _never.Task.WaitAsync(context.RequestAborted);
        }

        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(await response.Content.ReadAsStringAsync());
    }
}
