namespace Plannr.Generated.Runtime;

/// <summary>Reads the bodies of responses from their connections.</summary>
public static class ResponseBody
{
    // A length is the sender's word; memory is taken for it as the bytes come.
    private const int LargestStart = 65_536;
    private const int UsualStart = 4096;

    private static readonly byte[] Nothing = [];

    /// <summary>Reads a body to its end. The response stays the caller's to dispose.</summary>
    /// <param name="response">The response, whose headers have been read.</param>
    /// <param name="maxBytes">The size, in bytes and after decompression, that the body may have.</param>
    /// <param name="cancellationToken">Ends the reading, and closes the response.</param>
    /// <returns>The bytes, or null if there are more than <paramref name="maxBytes"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">The body is not compressed as its header says.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; a stream that is closed meanwhile may throw an exception of its own.</exception>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if ((response ?? throw new ArgumentNullException(nameof(response))).Content is not { } content)
        {
            return Nothing;
        }

        if (content.Headers.ContentLength > maxBytes)
        {
            return null;
        }

        // Not every stream gives up a pending read when its token asks; every one does when it is closed.
        using var close = cancellationToken.Register(response.Dispose);
        using var stream = await OpenAsync(content, cancellationToken).ConfigureAwait(false);
        // With room for one byte more than is due: to end, a body needs a read that finds nothing.
        var body = new byte[content.Headers.ContentLength is { } length ? (int)Math.Min(length + 1, LargestStart) : UsualStart];
        var count = 0;
        int read;
        while ((read = await stream.ReadAsync(body, count, body.Length - count, cancellationToken).ConfigureAwait(false)) > 0)
        {
            count += read;
            if (count > maxBytes)
            {
                return null;
            }

            if (count == body.Length)
            {
                Array.Resize(ref body, 2 * count);
            }
        }

        Array.Resize(ref body, count);
        return body;
    }

#if NET
    internal static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);
#else
    internal static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync();
#endif
}
