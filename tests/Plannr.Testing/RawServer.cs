using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plannr.Testing;

/// <summary>A server on a socket that records requests byte for byte, and sends the responses that a test specifies.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _respond;
    private readonly List<string> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly Task _running;

    private RawServer(Func<NetworkStream, CancellationToken, Task> respond)
    {
        _respond = respond;
        _listener.Start();
        _running = RunAsync();
    }

    public Uri BaseAddress => new($"http://{_listener.LocalEndpoint}");

    /// <summary>Gets the requests so far, as they were received.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Responds to the request on each connection with a function that writes to the stream. Closes the connection when the function completes.</summary>
    public static RawServer AnsweringWith(Func<NetworkStream, CancellationToken, Task> respond) => new(respond);

    /// <summary>Responds to every request with these bytes.</summary>
    public static RawServer Answering(params byte[][] parts)
        => new(async (stream, cancellationToken) =>
        {
            foreach (var part in parts)
            {
                await stream.WriteAsync(part, cancellationToken);
            }
        });

    /// <summary>Responds with these bytes, completes <paramref name="sent"/>, and keeps the connection open until the client closes it.</summary>
    public static RawServer Stalling(byte[] start, TaskCompletionSource? sent = null)
        => new(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(start, cancellationToken);
            sent?.TrySetResult();
            await WaitForCloseAsync(stream, cancellationToken);
        });

    public HttpClient CreateClient() => new() { BaseAddress = BaseAddress };

    /// <summary>Returns a task that completes when the client has closed every connection so far.</summary>
    public Task ConnectionsClosedAsync()
    {
        lock (_connections)
        {
            return Task.WhenAll(_connections);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await ConnectionsClosedAsync();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                lock (_connections)
                {
                    _connections.Add(ServeAsync(client));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await ReadRequestAsync(stream);
                lock (_requests)
                {
                    _requests.Add(request);
                }

                await _respond(stream, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
                await WaitForCloseAsync(stream, _stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The test has ended, or one side has closed the connection.
            }
        }
    }

    private static async Task WaitForCloseAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var chunk = new byte[4096];
        while (await stream.ReadAsync(chunk, cancellationToken) > 0)
        {
        }
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var request = new List<byte>();
        var chunk = new byte[4096];
        while (!IsComplete(Encoding.Latin1.GetString(request.ToArray())))
        {
            var count = await stream.ReadAsync(chunk, _stop.Token);
            request.AddRange(count > 0 ? chunk[..count] : throw new IOException("The request ended too early."));
        }

        return Encoding.UTF8.GetString(request.ToArray());
    }

    private static bool IsComplete(string request)
    {
        var head = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (head < 0)
        {
            return false;
        }

        var length = request[..head].Split("\r\n")
            .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture))
            .SingleOrDefault();
        return request.Length >= head + 4 + length;
    }
}
