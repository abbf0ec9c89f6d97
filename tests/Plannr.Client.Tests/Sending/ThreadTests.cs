using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plannr.Client.Tests.Sending;

/// <summary>Tests that reading a body does not block a thread of the thread pool.</summary>
public sealed class ThreadTests
{
    private const int Calls = 200;

    [Test]
    public async Task Calls_that_wait_for_their_bodies_do_not_block_threads()
    {
        // The server sends no body until all calls have received their headers. If each call blocked a thread, that would need Calls threads.
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

        Assert.That(threads, Is.LessThan(Calls / 2), "Reading a body blocks a thread.");
    }
}
