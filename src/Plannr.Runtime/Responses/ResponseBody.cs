using System.ComponentModel;

namespace Plannr.Runtime.Responses;

/// <summary>Buffers the bodies of responses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResponseBody
{
    /// <summary>
    /// Reads the body of a response to its end and replaces the content with the buffered body. Message handlers can read this content
    /// repeatedly, and a generated client reads it without a copy. If the body exceeds the maximum size, reading the content throws an
    /// <see cref="HttpRequestException"/>, and a generated client throws a <see cref="Plannr.Generated.PlannrApiException"/>.
    /// </summary>
    /// <param name="request">The request, for the message of an exception.</param>
    /// <param name="response">The response, whose headers have been read. The caller disposes it.</param>
    /// <param name="maxBytes">The maximum size of the body in bytes, after decompression.</param>
    /// <param name="cancellationToken">Cancels the reading, and disposes the response.</param>
    /// <returns>A task that completes when the content has been replaced.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or <paramref name="response"/> is null.</exception>
    /// <exception cref="HttpRequestException">The connection failed, or the body is not compressed as <c>Content-Encoding</c> specifies.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public static async Task BufferAsync(HttpRequestMessage request, HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        if (response is null)
        {
            throw new ArgumentNullException(nameof(response));
        }

        var connection = response.Content;
        var body = await BodyBuffer.ReadAsync(request, response, maxBytes, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        response.Content = body is null ? new OversizedContent(maxBytes) : new BufferedContent(body);
        if (connection is not null)
        {
            CopyHeaders(connection, response.Content);
            connection.Dispose();
        }
    }

    private static void CopyHeaders(HttpContent from, HttpContent to)
    {
#if NET
        foreach (var header in from.Headers.NonValidated)
        {
            if (header.Value.Count == 1)
            {
                to.Headers.TryAddWithoutValidation(header.Key, header.Value.ToString());
            }
            else
            {
                to.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
#else
        foreach (var header in from.Headers)
        {
            to.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
#endif
    }
}
