using Plannr.Runtime.Text;

namespace Plannr.Runtime.Responses;

/// <summary>A body that was read to its end, in a pooled buffer. Disposing returns the buffer to the pool.</summary>
internal sealed class BodyBuffer : IDisposable
{
    // The sender controls Content-Length, so a larger buffer is allocated only as the bytes arrive.
    private const int MaxInitialBytes = 65_536;
    private const int DefaultInitialBytes = 4096;

    private byte[]? _bytes;

    private BodyBuffer(byte[] bytes, int count)
    {
        _bytes = bytes;
        Count = count;
    }

    /// <summary>Gets the buffer. Only the first <see cref="Count"/> bytes are part of the body.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(BodyBuffer));

    public int Count { get; }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="request">The request, for the message of an exception.</param>
    /// <param name="response">The response, whose headers have been read.</param>
    /// <param name="maxBytes">The maximum size of the body in bytes.</param>
    /// <param name="timeLimit">The maximum time for reading the body.</param>
    /// <param name="cancellationToken">Cancels the reading, and disposes the response.</param>
    /// <returns>The body, or null if it exceeds the maximum size.</returns>
    /// <exception cref="HttpRequestException">The connection failed, or the body is not compressed as <c>Content-Encoding</c> specifies.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="TaskCanceledException">The time limit passed. The inner exception is a <see cref="TimeoutException"/>.</exception>
#if NET
    public static async ValueTask<BodyBuffer?> ReadAsync(HttpRequestMessage request, HttpResponseMessage response, int maxBytes, TimeSpan timeLimit, CancellationToken cancellationToken)
#else
    public static async Task<BodyBuffer?> ReadAsync(HttpRequestMessage request, HttpResponseMessage response, int maxBytes, TimeSpan timeLimit, CancellationToken cancellationToken)
#endif
    {
        if (response.Content is not { } content)
        {
            return new BodyBuffer([], 0);
        }

        var length = content.Headers.ContentLength;
        if (length > maxBytes)
        {
            return null;
        }

        using var deadline = ReadDeadline.For(response, timeLimit, cancellationToken);
        try
        {
            var opening = OpenAsync(content, deadline.Token);
            if (!opening.IsCompleted)
            {
                deadline.Start();
            }

            using var stream = await opening.ConfigureAwait(false);
            // One byte more than the body: the end of the body is detected by a read that returns nothing, which needs space in the buffer.
            var bytes = Buffers<byte>.Rent(length is { } known ? (int)Math.Min(known + 1, MaxInitialBytes) : DefaultInitialBytes);
            var count = 0;
            while (true)
            {
                var reading = ReadAsync(stream, bytes, count, deadline.Token);
                if (!reading.IsCompleted)
                {
                    deadline.Start();
                }

                var read = await reading.ConfigureAwait(false);
                if (read == 0)
                {
                    return new BodyBuffer(bytes, count);
                }

                count += read;
                if (count > maxBytes)
                {
                    Buffers<byte>.Return(bytes);
                    return null;
                }

                if (count == bytes.Length)
                {
                    var larger = Buffers<byte>.Rent(2 * count);
                    Buffer.BlockCopy(bytes, 0, larger, 0, count);
                    Buffers<byte>.Return(bytes);
                    bytes = larger;
                }
            }
        }
        // After a failure, the buffer is not returned to the pool, because an abandoned read may still write to it. A connection that is
        // closed by a cancellation can throw any exception.
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The reading of the body was canceled.", exception, cancellationToken);
        }
        catch (Exception exception) when (deadline.HasPassed)
        {
            throw new TaskCanceledException("The body was not read within the time limit.", new TimeoutException("The body was not read within the time limit.", exception));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new HttpRequestException($"The connection failed while the response to {request.Method} {request.RequestUri!.AbsolutePath} was being read.", exception);
        }
    }

#if NET
    public static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);

    private static ValueTask<int> ReadAsync(Stream stream, byte[] bytes, int start, CancellationToken cancellationToken)
        => stream.ReadAsync(bytes.AsMemory(start), cancellationToken);
#else
    public static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync();

    private static Task<int> ReadAsync(Stream stream, byte[] bytes, int start, CancellationToken cancellationToken)
        => stream.ReadAsync(bytes, start, bytes.Length - start, cancellationToken);
#endif

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
        {
            Buffers<byte>.Return(bytes);
        }
    }
}
