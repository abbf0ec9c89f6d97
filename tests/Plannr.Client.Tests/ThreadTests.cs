using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plannr.Client.Tests;

/// <summary>Reading a body blocks no thread of the pool.</summary>
public sealed class ThreadTests
{
    private const int Calls = 200;

    [Test]
    public async Task Many_calls_wait_for_their_bodies_at_once_without_a_thread_each()
    {
        // The server holds every body back until all calls have their headers: with a thread for each, that would be Calls threads.
        var arrived = 0;
        var allArrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            if (Interlocked.Increment(ref arrived) == Calls)
            {
                allArrived.SetResult();
            }

            await allArrived.Task;
            await context.Response.WriteAsync("}");
        });
        await server.StartAsync();
        using var client = new PlannrClient(new PlannrClientOptions { BaseAddress = new Uri(server.Urls.Single()), AccessToken = Trial.Token, RequestsPerMinute = 0 });

        var calls = Enumerable.Range(0, Calls).Select(_ => client.OAuthConnections.ListAsync()).ToArray();
        await allArrived.Task;
        var threads = ThreadPool.ThreadCount;
        await Task.WhenAll(calls);

        Assert.That(threads, Is.LessThan(Calls / 2), "A thread is blocked for each body.");
    }
}
