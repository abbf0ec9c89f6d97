using System.Text;

namespace Plannr.Cli.Output;

/// <summary>
/// Standard output. If it is full or closed, the error is reported once at the end of the command, and the rest of the command, such as an
/// update, is not affected.
/// </summary>
internal static class StandardOutput
{
    /// <summary>Gets the reason why output was not written, as the end of a sentence; null if all output was written.</summary>
    public static string? Problem { get; private set; }

    /// <summary>Returns a stream for bytes.</summary>
    public static Stream Open() => new OutputStream(Console.OpenStandardOutput());

    /// <summary>Makes <see cref="Console.Out"/> use this class, with UTF-8.</summary>
    public static void Use() => Console.SetOut(new StreamWriter(Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });

    private static string ReasonOf(Exception exception) => (exception.InnerException ?? exception) switch
    {
        // .NET's exception for a closed file descriptor (EBADF).
        _ when exception is UnauthorizedAccessException => "it is closed",
        var cause => cause.Message.TrimEnd('.'),
    };

    private sealed class OutputStream(Stream stream) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => stream.Flush();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Problem is not null)
            {
                return;
            }

            try
            {
                stream.Write(buffer);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Problem = ReasonOf(exception);
            }
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                stream.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
