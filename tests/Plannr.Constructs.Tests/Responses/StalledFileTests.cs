using System.Diagnostics;
using Plannr.Constructs.FilesAndText;
using Plannr.Testing.Stalls;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests downloads whose transfer stalls. A pending read must not wait for .NET to drain the connection.</summary>
public sealed class StalledFileTests
{
    private static readonly byte[] Buffer = new byte[4096];

    [Test]
    public async Task Pending_read_throws_when_the_file_is_disposed([Values] Protocol protocol, [Values] Stall stall)
    {
        await using var server = await StallingServer.StartAsync(protocol, stall);
        using var httpClient = await CreateClientAsync(server);
        using var file = await new FilesClient(httpClient).DownloadAsync(1);

        var reading = ReadToEndAsync(file!.Content, CancellationToken.None);
        await server.Started;
        var disposed = Stopwatch.GetTimestamp();
        file.Dispose();

        Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
        Assert.That(Stopwatch.GetElapsedTime(disposed), Is.LessThan(StallingServer.Promptly), "The read ended too late.");
        await server.AssertSawEndAsync(disposed);
    }

    [Test]
    public async Task Pending_read_throws_when_its_token_is_canceled([Values] Protocol protocol, [Values] Stall stall)
    {
        await using var server = await StallingServer.StartAsync(protocol, stall);
        using var httpClient = await CreateClientAsync(server);
        using var file = await new FilesClient(httpClient).DownloadAsync(1);
        using var caller = new CancellationTokenSource();

        var reading = ReadToEndAsync(file!.Content, caller.Token);
        await server.Started;
        var canceled = Stopwatch.GetTimestamp();
        await caller.CancelAsync();

        var exception = Assert.CatchAsync<OperationCanceledException>(() => reading);
        Assert.That(Stopwatch.GetElapsedTime(canceled), Is.LessThan(StallingServer.Promptly), "The read ended too late.");
        Assert.That(exception!.CancellationToken, Is.EqualTo(caller.Token));
        await server.AssertSawEndAsync(canceled);
    }

    [Test]
    public async Task Read_with_a_canceled_token_throws_and_leaves_the_file_readable()
    {
        await using var server = RawServer.Answering(RawResponse.Of(200, "%PDF"u8.ToArray(), "Content-Type: application/pdf"));
        using var httpClient = server.CreateClient();
        using var file = await new FilesClient(httpClient).DownloadAsync(1);

        Assert.CatchAsync<OperationCanceledException>(() => ReadToEndAsync(file!.Content, new CancellationToken(canceled: true)));

        using var content = new MemoryStream();
        await file!.Content.CopyToAsync(content);
        Assert.That(content.ToArray(), Is.EqualTo("%PDF"u8.ToArray()));
    }

    [Test]
    public async Task Read_of_a_disposed_file_throws()
    {
        await using var server = RawServer.Answering(RawResponse.Of(200, "%PDF"u8.ToArray(), "Content-Type: application/pdf"));
        using var httpClient = server.CreateClient();
        var file = await new FilesClient(httpClient).DownloadAsync(1);
        file!.Dispose();

        Assert.ThrowsAsync<ObjectDisposedException>(() => ReadToEndAsync(file.Content, CancellationToken.None));
    }

    [Test]
    public async Task Every_read_method_of_the_stream_reads_the_file()
    {
        await using var server = RawServer.Answering(RawResponse.Of(200, "%PDF-1.7 and more"u8.ToArray(), "Content-Type: application/pdf"));
        using var httpClient = server.CreateClient();
        using var file = await new FilesClient(httpClient).DownloadAsync(1);
        var stream = file!.Content;
        var read = new byte[17];

        stream.ReadExactly(read, 0, 3);
        read[3] = (byte)stream.ReadByte();
        stream.ReadExactly(read.AsSpan(4, 3));
        await stream.ReadExactlyAsync(read.AsMemory(7, 3));
        await stream.ReadExactlyAsync(read, 10, 3);
        using var rest = new MemoryStream(read, 13, 4);
        await stream.CopyToAsync(rest);

        Assert.That(System.Text.Encoding.ASCII.GetString(read), Is.EqualTo("%PDF-1.7 and more"));
        Assert.That((stream.CanRead, stream.CanWrite, stream.CanSeek), Is.EqualTo((true, false, false)));
    }

    [Test]
    public async Task Seekable_stream_of_a_response_stays_seekable()
    {
        using var httpClient = new HttpClient(new MemoryHandler()) { BaseAddress = new Uri("https://files.example") };
        using var file = await new FilesClient(httpClient).DownloadAsync(1);
        var stream = file!.Content;

        stream.Position = 1;
        var afterPosition = stream.ReadByte();
        stream.Seek(-1, SeekOrigin.End);

        Assert.That((stream.CanSeek, stream.Length, stream.Position, afterPosition, stream.ReadByte()), Is.EqualTo((true, 4L, 3L, (int)'P', (int)'F')));
    }

    private static async Task ReadToEndAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(Buffer, cancellationToken) > 0)
        {
        }
    }

    private static async Task<HttpClient> CreateClientAsync(StallingServer server) => new(await server.ConnectAsync()) { BaseAddress = server.BaseAddress };

    private sealed class MemoryHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent("%PDF"u8.ToArray()) });
    }
}
