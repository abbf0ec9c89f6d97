using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plannr.Sandbox.Tests;

/// <summary>A server that receives webhooks, on a free port of the loopback interface.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<Webhook> _webhooks = new();

    private Receiver(WebApplication application) => _application = application;

    /// <summary>Gets the URL that receives webhooks.</summary>
    public Uri Url => new(new Uri(_application.Urls.Single()), "webhooks");

    /// <summary>Gets the webhooks that were received.</summary>
    public IReadOnlyList<Webhook> Webhooks => [.. _webhooks];

    /// <param name="respond">Writes the response. By default, the response has status 204.</param>
    public static async Task<Receiver> StartAsync(Func<HttpContext, Task>? respond = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new Receiver(builder.Build());
        receiver._application.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            receiver._webhooks.Enqueue(new Webhook(
                $"{context.Request.Method} {context.Request.Path}", context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()), body.ToArray()));
            context.Response.StatusCode = 204;
            await (respond?.Invoke(context) ?? Task.CompletedTask);
        });
        await receiver._application.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>A request that was received.</summary>
    internal sealed record Webhook(string Start, IReadOnlyDictionary<string, string> Headers, byte[] Body);
}
