using Plannr.Runtime.Text;

namespace Plannr.Runtime.Responses;

/// <summary>A body, read to its end, in a buffer that is used again once it is disposed.</summary>
internal sealed class BodyBuffer : IDisposable
{
    // A length is the sender's word; memory is taken for it as the bytes come.
    private const int LargestStart = 65_536;
    private const int UsualStart = 4096;

    private byte[]? _bytes;

    private BodyBuffer(byte[] bytes, int count)
    {
        _bytes = bytes;
        Count = count;
    }

    /// <summary>The bytes, of which those behind <see cref="Count"/> mean nothing.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(BodyBuffer));

    public int Count { get; }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="request">The request, for the message of an exception.</param>
    /// <param name="response">The response, whose headers have been read.</param>
    /// <param name="maxBytes">The size that the body may have.</param>
    /// <param name="timeLimit">How long that may take.</param>
    /// <param name="cancellationToken">Ends the reading, and closes the response.</param>
    /// <returns>The body, or null if it is larger.</returns>
    /// <exception cref="HttpRequestException">The connection broke, or the body is not compressed as its header says.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="TaskCanceledException">The time limit passed; the inner exception is a <see cref="TimeoutException"/>.</exception>
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
            // With room for one byte more than is due: to end, a body needs a read that finds nothing.
            var bytes = Buffers<byte>.Rent(length is { } known ? (int)Math.Min(known + 1, LargestStart) : UsualStart);
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
        // After a failure a buffer is not used again: a read that was given up may still write to it. A connection that is closed
        // by a cancellation may throw any exception.
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The reading of the body was canceled.", exception, cancellationToken);
        }
        catch (Exception exception) when (deadline.HasPassed)
        {
            throw new TaskCanceledException("The body was not read in time.", new TimeoutException("The body was not read in time.", exception));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new HttpRequestException($"The connection broke while the answer to {request.Method} {request.RequestUri!.AbsolutePath} was being read.", exception);
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
        if (Interlocked.Exchange(ref _bytes, null) is { Length: > 0 } bytes)
        {
            Buffers<byte>.Return(bytes);
        }
    }
}
