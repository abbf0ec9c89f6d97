using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plannr.Benchmarks.Api;

/// <summary>The API on Kestrel, on a free port of this machine. The response to an update has the label of the request.</summary>
/// <param name="bodyTime">How long the body of a response takes to arrive, in several parts; zero to send it immediately.</param>
internal sealed class ApiServer(TimeSpan bodyTime) : IAsyncDisposable
{
    /// <summary>The path that returns the number of received requests.</summary>
    public const string RequestCount = "requests";

    private const int Pieces = 9;

    private static readonly byte[] NoConnection = """{"message":"No such connection."}"""u8.ToArray();

    private readonly ConcurrentDictionary<string, bool> _rejected = new();
    private WebApplication? _app;
    private long _requests;

    /// <summary>Gets a connection whose first update with each label fails with status 503.</summary>
    public static Guid Busy { get; } = new("00000000-0000-4000-8000-000000000503");

    /// <summary>Gets a connection that does not exist.</summary>
    public static Guid Missing { get; } = new("00000000-0000-4000-8000-000000000404");

    /// <returns>The address on which the server listens.</returns>
    public async Task<Uri> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(RespondAsync);
        await _app.StartAsync().ConfigureAwait(false);
        return new Uri(_app.Urls.Single());
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? default;

    private async Task RespondAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/" + RequestCount)
        {
            await context.Response.WriteAsync($"{Interlocked.Read(ref _requests)}").ConfigureAwait(false);
            return;
        }

        Interlocked.Increment(ref _requests);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var response = Payload.ResponseTo(body.GetBuffer().AsSpan(0, (int)body.Length));
        var connection = path[(path.LastIndexOf('/') + 1)..];
        context.Response.ContentType = "application/json";
        context.Response.Headers["X-Ratelimit-Remaining"] = "499";
        if (context.Request.Headers.Authorization != "Bearer " + Payload.Token)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (context.Request.Method != HttpMethods.Put || path != $"/{Payload.Connections}/{connection}" || connection == Missing.ToString())
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await WriteAsync(context, NoConnection).ConfigureAwait(false);
        }
        else if (response is null)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        else if (connection == Busy.ToString() && IsFirstTime(body))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "0";
        }
        else
        {
            await WriteAsync(context, response).ConfigureAwait(false);
        }
    }

    private bool IsFirstTime(MemoryStream body)
    {
        var key = Convert.ToHexString(body.GetBuffer().AsSpan(0, (int)body.Length));
        return _rejected.TryAdd(key, true) || !_rejected.TryRemove(key, out _);
    }

    private async Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentLength = body.Length;
        if (bodyTime == TimeSpan.Zero)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        foreach (var piece in body.Chunk((body.Length / Pieces) + 1))
        {
            await Task.Delay(bodyTime / Pieces, context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.WriteAsync(piece, context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }
}
