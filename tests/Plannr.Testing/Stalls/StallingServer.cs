using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Plannr.Testing.Stalls;

/// <summary>A server whose response bodies stall. Records when it sees the client end the transfer.</summary>
internal sealed class StallingServer : IAsyncDisposable
{
    /// <summary>
    /// The maximum time between the moment when a call has to end and the moment when the server sees its end. It leaves room
    /// for a busy machine, and is far below <see cref="DrainTime"/>.
    /// </summary>
    public static readonly TimeSpan Promptly = TimeSpan.FromSeconds(20);

    // .NET's default is 2 seconds. This longer time tells a call that waits for the drain from one that does not.
    private static readonly TimeSpan DrainTime = TimeSpan.FromMinutes(1);

    // .NET does not drain a connection if more than a MiB of the body is missing.
    private const int BodyBytes = 100_000;

    private const string ReadyPath = "/ready";

    private readonly WebApplication _application;
    private readonly Stall _stall;
    private readonly TaskCompletionSource<long> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StallingServer(Protocol protocol, Stall stall)
    {
        Protocol = protocol;
        _stall = stall;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0, listener =>
        {
            listener.Protocols = protocol == Protocol.Http2OverTls ? HttpProtocols.Http2 : HttpProtocols.Http1;
            if (protocol != Protocol.Http11)
            {
                listener.UseHttps(ServerCertificate.Value);
            }
        }));
        _application = builder.Build();
        _application.Run(RespondAsync);
    }

    public Protocol Protocol { get; }

    public Uri BaseAddress => new(_application.Urls.Single());

    /// <summary>Gets a task that completes with a timestamp when the server has sent what comes before the stall.</summary>
    public Task<long> Started => _started.Task;

    /// <summary>Starts a server.</summary>
    public static async Task<StallingServer> StartAsync(Protocol protocol, Stall stall)
    {
        var server = new StallingServer(protocol, stall);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>Returns a handler that has a connection to the server, so that a test with a short timeout does not need to open one.</summary>
    /// <param name="asksForProtocol">Whether to request HTTP/2 if the server supports it. Use false for clients that request it themselves.</param>
    public async Task<HttpMessageHandler> ConnectAsync(bool asksForProtocol = true)
    {
        var connections = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            ResponseDrainTimeout = DrainTime,
            SslOptions = { CertificateChainPolicy = ServerCertificate.Trust() },
        };
        var handler = new ConnectedHandler(connections, asksForProtocol && Protocol == Protocol.Http2OverTls);
        using var httpClient = new HttpClient(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(BaseAddress, ReadyPath)) { Version = HttpVersion.Version20 };
        using var response = await httpClient.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return handler;
    }

    /// <summary>Fails unless the server saw the end of the transfer promptly.</summary>
    /// <param name="due">The timestamp from which the call had to end.</param>
    /// <param name="timeout">The timeout of the call, which starts then.</param>
    public async Task AssertSawEndAsync(long due, TimeSpan timeout = default)
    {
        var ended = await _ended.Task.WaitAsync(2 * DrainTime);
        Assert.That(
            Stopwatch.GetElapsedTime(due, ended) - timeout, Is.LessThan(Promptly), $"The server saw the end of the {_stall} body over {Protocol} too late after a timeout of {timeout}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private async Task RespondAsync(HttpContext context)
    {
        Assert.That(context.Request.Protocol, Is.EqualTo(Protocol == Protocol.Http2OverTls ? "HTTP/2" : "HTTP/1.1"));
        if (context.Request.Path == ReadyPath)
        {
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _application.Lifetime.ApplicationStopping);
        try
        {
            await SendAsync(context.Response, end.Token);
        }
        catch (OperationCanceledException)
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                _ended.TrySetResult(Stopwatch.GetTimestamp());
            }
        }
    }

    private async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json";
        response.ContentLength = BodyBytes;
        if (_stall == Stall.AfterSomeCompressedBytes)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        await response.StartAsync(cancellationToken);
        await response.Body.WriteAsync(Start(), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        _started.TrySetResult(Stopwatch.GetTimestamp());
        if (_stall != Stall.Dripping)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        using var drop = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await drop.WaitForNextTickAsync(cancellationToken))
        {
            await response.Body.WriteAsync(" "u8.ToArray(), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }

    private byte[] Start()
    {
        var start = """{"label":"My Fundmen"""u8.ToArray();
        if (_stall != Stall.AfterSomeCompressedBytes)
        {
            return _stall == Stall.BeforeFirstByte ? [] : start;
        }

        using var compressed = new MemoryStream();
        using var gzip = new GZipStream(compressed, CompressionLevel.Fastest);
        gzip.Write(start);
        gzip.Flush();
        return compressed.ToArray();
    }

    // IHttpClientFactory changes the settings of a SocketsHttpHandler, which throws after the first request. It does not change this handler.
    private sealed class ConnectedHandler(HttpMessageHandler connections, bool asksForHttp2) : DelegatingHandler(connections)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Version = asksForHttp2 ? HttpVersion.Version20 : request.Version;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
