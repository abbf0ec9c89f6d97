using System.ComponentModel;

namespace Plannr.Runtime.Responses;

/// <summary>Reads the bodies of responses from their connections.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResponseBody
{
    /// <summary>
    /// Reads a body to its end and makes it the content of the response, with the same headers. Handlers can then read the content
    /// as often as they want, and a generated client uses it without another copy. If the body exceeds the limit, the content
    /// throws an <see cref="HttpRequestException"/> when it is read, and a generated client reports the limit.
    /// </summary>
    /// <param name="request">The request, for the message of an exception.</param>
    /// <param name="response">The response, whose headers have been read. The caller disposes it.</param>
    /// <param name="maxBytes">The maximum size of the body in bytes, after decompression.</param>
    /// <param name="cancellationToken">Ends the reading, and disposes the response.</param>
    /// <returns>A task that completes when the content has been replaced.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or <paramref name="response"/> is null.</exception>
    /// <exception cref="HttpRequestException">The connection broke, or the body is not compressed as its header says.</exception>
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
