using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Plannr.Client.Integration.Tests;

/// <summary>A Redis server from Debian's package <c>redis-server</c>, on a free port and without files.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private RedisServer(Process process, int port)
    {
        _process = process;
        Endpoint = $"127.0.0.1:{port}";
    }

    public string Endpoint { get; }

    /// <summary>Starts the server. If Redis is not installed, skips the test, or fails it if the environment variable PLANNR_REQUIRE_REDIS is 1.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "redis-server.exe" : "redis-server"))
            .FirstOrDefault(File.Exists);
        if (program is null)
        {
            const string Missing = "There is no redis-server on the PATH. Install Debian's package redis-server.";
            if (Environment.GetEnvironmentVariable("PLANNR_REQUIRE_REDIS") == "1")
            {
                Assert.Fail(Missing);
            }

            Assert.Ignore(Missing);
        }

        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo(program!, ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true })!;
        var redis = new RedisServer(process, port);
        using var timeout = new CancellationTokenSource(LongEnough);
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                // The rest of the output is read too, so that the process does not block on a full pipe.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return redis;
            }
        }

        await redis.DisposeAsync();
        throw new InvalidOperationException($"redis-server ended before it was ready, with exit code {process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(LongEnough);
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
