namespace Plannr.Runtime.Responses;

/// <summary>
/// The content of a received file. Disposing the stream, or canceling the token of a read, ends a pending read and the transfer, in the
/// same order as <see cref="ReadDeadline"/>: it cancels the read's token first, and then disposes the response.
/// </summary>
internal sealed class DownloadStream : Stream
{
    private readonly Stream _body;
    // Not disposed: it holds no timer, and the token of a read may still cancel it while the stream is being disposed.
    private readonly CancellationTokenSource _end = new();

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="body">The body of the response.</param>
    /// <param name="response">The response, which is disposed with this stream.</param>
    public DownloadStream(Stream body, HttpResponseMessage response)
    {
        _body = body;
        // Callbacks run in LIFO order: this one is registered before those of the reads, and so runs after them.
        _end.Token.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
    }

    public override bool CanRead => _body.CanRead;

    public override bool CanSeek => _body.CanSeek;

    public override bool CanWrite => false;

    public override bool CanTimeout => _body.CanTimeout;

    public override long Length => _body.Length;

    public override long Position
    {
        get => _body.Position;
        set => _body.Position = value;
    }

    public override int ReadTimeout
    {
        get => _body.ReadTimeout;
        set => _body.ReadTimeout = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => _body.Read(buffer, offset, count);

    public override int ReadByte() => _body.ReadByte();

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var caller = EndWith(cancellationToken);
        try
        {
            return await _body.ReadAsync(buffer, offset, count, _end.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (_end.IsCancellationRequested)
        {
            throw Ended(exception, cancellationToken);
        }
    }

#if NET
    public override int Read(Span<byte> buffer) => _body.Read(buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var caller = EndWith(cancellationToken);
        try
        {
            return await _body.ReadAsync(buffer, _end.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (_end.IsCancellationRequested)
        {
            throw Ended(exception, cancellationToken);
        }
    }
#endif

    public override long Seek(long offset, SeekOrigin origin) => _body.Seek(offset, origin);

    public override void Flush() => _body.Flush();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _end.Cancel();
            _body.Dispose();
        }

        base.Dispose(disposing);
    }

    private CancellationTokenRegistration EndWith(CancellationToken cancellationToken)
        => cancellationToken.Register(static state => ((CancellationTokenSource)state!).Cancel(), _end);

    // A stream that is closed during a read can throw any exception.
    private static Exception Ended(Exception exception, CancellationToken cancellationToken)
        => cancellationToken.IsCancellationRequested
            ? new OperationCanceledException("The transfer of the file was canceled.", exception, cancellationToken)
            : new ObjectDisposedException("The file was disposed while it was being read.", exception);
}
