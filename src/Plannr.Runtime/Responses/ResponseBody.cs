using System.ComponentModel;
using Plannr.Runtime.Requests;

namespace Plannr.Runtime.Responses;

/// <summary>Reads the bodies of responses from their connections.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResponseBody
{
    /// <summary>
    /// Reads a body to its end. A generated client that sent the request gets what was read; for any other sender, it takes the
    /// place of the response's content.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The response, whose headers have been read; it stays the caller's to dispose.</param>
    /// <param name="maxBytes">The size, in bytes and after decompression, that the body may have.</param>
    /// <param name="cancellationToken">Ends the reading, and closes the response.</param>
    /// <returns>Whether it was read; false if there are more than <paramref name="maxBytes"/>, and the content is then as it was.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or <paramref name="response"/> is null.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">The body is not compressed as its header says.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; a stream that is closed meanwhile may throw an exception of its own.</exception>
    public static async Task<bool> BufferAsync(HttpRequestMessage request, HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        if (response is null)
        {
            throw new ArgumentNullException(nameof(response));
        }

        // What an earlier attempt was answered is not this answer's.
        var generated = request as ApiRequestMessage;
        if (generated is not null)
        {
            generated.AnswerBody = null;
        }

        if (await BodyBuffer.ReadAsync(response, maxBytes, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false) is not { } body)
        {
            return false;
        }

        if (generated is not null)
        {
            generated.AnswerBody = body;
            return true;
        }

        var connection = response.Content;
        response.Content = new BufferedContent(body);
        if (connection is not null)
        {
            MoveHeaders(connection, response.Content);
            connection.Dispose();
        }

        return true;
    }

    /// <summary>A copy of a body that <see cref="BufferAsync"/> has read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The response.</param>
    /// <returns>The bytes, after decompression.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The body has not been read.</exception>
    public static byte[] CopyOf(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        if (response is null)
        {
            throw new ArgumentNullException(nameof(response));
        }

        var body = (request as ApiRequestMessage)?.AnswerBody ?? (response.Content as BufferedContent)?.Body ?? throw new InvalidOperationException("The body has not been read.");
        var copy = new byte[body.Count];
        Buffer.BlockCopy(body.Bytes, 0, copy, 0, body.Count);
        return copy;
    }

    private static void MoveHeaders(HttpContent from, HttpContent to)
    {
#if NET
        foreach (var header in from.Headers.NonValidated)
        {
            if (header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

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
        foreach (var header in from.Headers.Where(h => !h.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
        {
            to.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
#endif
    }
}
