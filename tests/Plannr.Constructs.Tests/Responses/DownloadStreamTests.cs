using System.Net;
using System.Net.Http.Headers;
using Plannr.Constructs.FilesAndText;
using Plannr.Generated;
using Plannr.Runtime.Responses;

// The tests also call the overload of ReadAsync that takes an array.
#pragma warning disable CA1835

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests the stream of a downloaded file, which wraps the stream of the response.</summary>
public sealed class DownloadStreamTests
{
    [Test]
    public async Task Stream_reads_and_seeks_like_the_stream_of_the_response()
    {
        using var file = await DownloadAsync();
        var stream = file.Content;

        Assert.Multiple(() =>
        {
            Assert.That((stream.CanRead, stream.CanSeek, stream.CanTimeout, stream.Length, stream.Position), Is.EqualTo((true, true, false, 5L, 0L)));
            Assert.That(() => stream.ReadTimeout, Throws.InvalidOperationException);
            Assert.That(() => stream.ReadTimeout = 1, Throws.InvalidOperationException);
        });
        var buffer = "......"u8.ToArray();
        Assert.That((stream.Read(buffer, 1, 2), stream.Position), Is.EqualTo((2, 2L)));
        Assert.That(stream.Read(buffer.AsSpan(4, 1)), Is.EqualTo(1));
        Assert.That(buffer, Is.EqualTo(".ab.c."u8.ToArray()));
        Assert.That((stream.ReadByte(), stream.Seek(-1, SeekOrigin.End), stream.ReadByte(), stream.ReadByte()), Is.EqualTo(((int)'d', 4L, (int)'e', -1)));
        stream.Position = 1;
        stream.Flush();
        Assert.That((await stream.ReadAsync(buffer.AsMemory(0, 1)), await stream.ReadAsync(buffer, 1, 1, CancellationToken.None)), Is.EqualTo((1, 1)));
        Assert.That(buffer[..2], Is.EqualTo("bc"u8.ToArray()));
    }

    [Test]
    public async Task Writing_to_the_stream_throws()
    {
        using var file = await DownloadAsync();

        Assert.Multiple(() =>
        {
            Assert.That(file.Content.CanWrite, Is.False);
            Assert.That(() => file.Content.Write([1], 0, 1), Throws.TypeOf<NotSupportedException>());
            Assert.That(() => file.Content.SetLength(1), Throws.TypeOf<NotSupportedException>());
        });
    }

    [Test]
    public async Task Reading_the_stream_of_a_disposed_file_throws()
    {
        var file = await DownloadAsync();

        file.Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(file.Content.CanRead, Is.False);
            Assert.That(() => file.Content.ReadByte(), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(async () => await file.Content.ReadAsync(new byte[1]), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(async () => await file.Content.ReadAsync(new byte[1], 0, 1), Throws.TypeOf<ObjectDisposedException>());
        });
    }

    [TestCase("attachment; filename=\"a b.pdf\"", "a b.pdf")]
    [TestCase("attachment; filename=a.pdf; filename*=UTF-8''gr%C3%B6%C3%9Fe.pdf", "größe.pdf")]
    [TestCase("attachment", null)]
    [TestCase(null, null)]
    public async Task File_has_the_name_type_and_length_of_the_response(string? disposition, string? name)
    {
        using var file = await DownloadAsync(disposition);

        Assert.That((file.FileName, file.ContentType, file.Length), Is.EqualTo((name, "application/pdf", (long?)5)));
    }

    [Test]
    public void Disposing_a_file_for_upload_does_not_dispose_its_stream()
    {
        using var stream = new MemoryStream([1]);
        ApiFile file = stream;

        file.Dispose();

        Assert.That((stream.ReadByte(), file.FileName, file.ContentType, file.Length), Is.EqualTo((1, default(string), default(string), default(long?))));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Disposing_the_stream_during_a_read_disposes_the_response_and_throws(bool readsArray)
    {
        var content = new PendingContent();
        using var response = new HttpResponseMessage { Content = content };
        var stream = new DownloadStream(content.Stream, response);
        var reading = ReadAsync(stream, readsArray, CancellationToken.None);

        stream.Dispose();

        var exception = Assert.CatchAsync<ObjectDisposedException>(() => reading)!;
        Assert.That(exception.Message, Is.EqualTo("The file was disposed while it was being read."));
        Assert.That((content.IsDisposed, content.Stream.CanRead), Is.EqualTo((true, false)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Canceling_a_read_ends_the_transfer(bool readsArray)
    {
        using var caller = new CancellationTokenSource();
        var content = new PendingContent();
        using var response = new HttpResponseMessage { Content = content };
        using var stream = new DownloadStream(content.Stream, response);
        var reading = ReadAsync(stream, readsArray, caller.Token);

        caller.Cancel();

        var exception = Assert.CatchAsync<OperationCanceledException>(() => reading)!;
        Assert.That((exception.Message, exception.CancellationToken), Is.EqualTo(("The transfer of the file was canceled.", caller.Token)));
        Assert.That(content.IsDisposed, Is.True);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Read_with_a_canceled_token_throws_and_the_transfer_continues(bool readsArray)
    {
        using var response = new HttpResponseMessage();
        using var stream = new DownloadStream(new MemoryStream([7]), response);

        Assert.CatchAsync<OperationCanceledException>(() => ReadAsync(stream, readsArray, new CancellationToken(canceled: true)));

        Assert.That(await ReadAsync(stream, readsArray, CancellationToken.None), Is.EqualTo(1));
    }

    private static async Task<int> ReadAsync(DownloadStream stream, bool readsArray, CancellationToken cancellationToken)
        => readsArray ? await stream.ReadAsync(new byte[1], 0, 1, cancellationToken) : await stream.ReadAsync(new byte[1].AsMemory(), cancellationToken);

    private static async Task<ApiFile> DownloadAsync(string? disposition = null)
    {
        using var httpClient = new HttpClient(new RespondingHandler(disposition)) { BaseAddress = new Uri("https://example.test") };
        return (await new FilesClient(httpClient).DownloadAsync(1))!;
    }

    private sealed class RespondingHandler(string? disposition) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent("abcde"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf"), ContentLength = 5 } };
            if (disposition is not null)
            {
                content.Headers.Add("Content-Disposition", disposition);
            }

            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }

    /// <summary>Content with a stream whose reads end only when their token is canceled.</summary>
    private sealed class PendingContent() : ByteArrayContent([])
    {
        public PendingStream Stream { get; } = new();

        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class PendingStream : MemoryStream
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith<int>(_ => throw new IOException("closed"), TaskScheduler.Default);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => new(ReadAsync([], 0, 0, cancellationToken));
    }
}
