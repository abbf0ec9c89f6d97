namespace Plannr.Generated.Runtime;

/// <summary>Reads the bodies of responses from their connections.</summary>
public static class ResponseBody
{
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
        using var body = new MemoryStream();
        var chunk = new byte[8192];
        int count;
        while ((count = await stream.ReadAsync(chunk, 0, chunk.Length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + count > maxBytes)
            {
                return null;
            }

            body.Write(chunk, 0, count);
        }

        return body.ToArray();
    }

#if NET
    internal static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);
#else
    internal static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync();
#endif
}
