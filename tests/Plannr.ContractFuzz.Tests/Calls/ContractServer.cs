using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>A server on a real socket, which all contracts share. Each contract has its own path prefix, and a planned response to its next request.</summary>
internal sealed class ContractServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, PlannedResponse> _planned = new();
    private readonly ConcurrentDictionary<string, ReceivedRequest> _received = new();

    private ContractServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(o => o.RequestHeaderEncodingSelector = _ => System.Text.Encoding.UTF8);
        _application = builder.Build();
        _application.Run(RespondAsync);
    }

    public Uri BaseAddress => new(_application.Urls.Single());

    public static async Task<ContractServer> StartAsync()
    {
        var server = new ContractServer();
        await server._application.StartAsync();
        return server;
    }

    /// <summary>Plans the response to the next request with a prefix.</summary>
    public void Plan(string prefix, PlannedResponse response)
    {
        _received.TryRemove(prefix, out _);
        _planned[prefix] = response;
    }

    /// <summary>Returns the request with a prefix that was received after the response was planned; null if there is none.</summary>
    public ReceivedRequest? Received(string prefix) => _received.GetValueOrDefault(prefix);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var prefix = target[1..].Split('/', '?')[0];
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received[prefix] = new ReceivedRequest(
            context.Request.Method,
            target[(prefix.Length + 1)..],
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        var response = _planned[prefix];
        context.Response.StatusCode = response.Status;
        if (response.MediaType is not null)
        {
            context.Response.ContentType = response.MediaType;
            context.Response.ContentLength = response.Body.Length;
            await context.Response.Body.WriteAsync(response.Body);
        }
    }
}
