using System.Net;
using Plannr.Runtime.Responses;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests how a body is read into a buffer.</summary>
public sealed class BodyBufferTests
{
    private const string CancellationMessage = "The reading of the body was canceled.";
    private const string TimeoutMessage = "The body was not read within the time limit.";

    [TestCase(1_000_000_000L, 65_536)]
    [TestCase(1000L, 1001)]
    [TestCase(null, 4096)]
    public async Task Size_of_the_first_buffer_is_limited_because_the_sender_controls_Content_Length(long? length, int minimum)
    {
        var stream = new MeasuringStream();

        using var body = await ReadAsync(new OpeningContent(() => Task.FromResult<Stream>(stream), length));

        Assert.That(stream.BufferSizes, Has.Count.EqualTo(1));
        // A pooled buffer may be larger.
        Assert.That(stream.BufferSizes[0], Is.InRange(minimum, 1 << 20));
        Assert.That(body.Count, Is.Zero);
    }

    [Test]
    public void Body_that_does_not_open_ends_at_the_time_limit()
    {
        var never = new TaskCompletionSource<Stream>();
        var content = new OpeningContent(() => never.Task);
        content.Closed.ContinueWith(_ => never.SetException(new IOException("closed")), TaskScheduler.Default);

        var exception = Assert.CatchAsync<TaskCanceledException>(() => ReadAsync(content, timeLimit: TimeSpan.FromMilliseconds(20)))!;

        Assert.That((exception.Message, exception.InnerException!.Message), Is.EqualTo((TimeoutMessage, TimeoutMessage)));
        Assert.That(exception.InnerException, Is.TypeOf<TimeoutException>());
    }

    [Test]
    public void Canceled_reading_throws_with_the_token_of_the_caller()
    {
        using var caller = new CancellationTokenSource();
        var never = new TaskCompletionSource<Stream>();
        var content = new OpeningContent(() => never.Task);
        content.Closed.ContinueWith(_ => never.SetException(new IOException("closed")), TaskScheduler.Default);
        var reading = ReadAsync(content, cancellationToken: caller.Token);

        caller.Cancel();

        var exception = Assert.CatchAsync<OperationCanceledException>(() => reading)!;
        Assert.That((exception.Message, exception.CancellationToken), Is.EqualTo((CancellationMessage, caller.Token)));
    }

    [Test]
    public async Task Bytes_of_a_disposed_buffer_throw()
    {
        var body = await ReadAsync(new ByteArrayContent([1, 2]));

        body.Dispose();
        body.Dispose();

        Assert.That(() => body.Bytes, Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Buffered_content_disposes_its_body_and_what_was_read_of_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        using var response = new HttpResponseMessage { Content = new StringContent("text") };
        await ResponseBody.BufferAsync(request, response, maxBytes: 100, CancellationToken.None);
        var content = (BufferedContent)response.Content;
        await content.ReadAsStringAsync();

        content.Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(() => content.Body.Bytes, Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => content.ReadAsStringAsync(), Throws.TypeOf<ObjectDisposedException>());
        });
    }

    private static async Task<BodyBuffer> ReadAsync(HttpContent content, TimeSpan? timeLimit = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        using var response = new HttpResponseMessage { Content = content };
        return (await BodyBuffer.ReadAsync(request, response, int.MaxValue, timeLimit ?? Timeout.InfiniteTimeSpan, cancellationToken))!;
    }

    /// <summary>Content whose stream a test opens. Announces a length if one is given.</summary>
    private sealed class OpeningContent(Func<Task<Stream>> open, long? length = null) : HttpContent
    {
        private readonly TaskCompletionSource<bool> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Closed => _closed.Task;

        protected override Task<Stream> CreateContentReadStreamAsync() => open();

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long computed)
        {
            computed = length ?? 0;
            return length is not null;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.TrySetResult(true);
            base.Dispose(disposing);
        }
    }

    /// <summary>An empty stream that records the sizes of the buffers that it is to fill.</summary>
    private sealed class MeasuringStream : MemoryStream
    {
        public List<int> BufferSizes { get; } = [];

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            BufferSizes.Add(count);
            return Task.FromResult(0);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            BufferSizes.Add(buffer.Length);
            return new ValueTask<int>(0);
        }
    }
}
