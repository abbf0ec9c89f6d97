using System.Diagnostics.CodeAnalysis;

namespace Plannr.Generated.Runtime;

/// <summary>A response, read to its end and decoded, with nothing of the connection left to wait for.</summary>
internal sealed class BufferedResponse
{
    private readonly string? _mediaType;
    private readonly string? _problem;

    private BufferedResponse(HttpRequestMessage request, HttpResponseMessage response, byte[]? body, int maxBytes)
    {
        StatusCode = (int)response.StatusCode;
        Headers = ResponseHeaders.Of(response);
        Summary = $"{request.Method} {request.RequestUri!.AbsolutePath} was answered with status {StatusCode}";

        var contentType = response.Content?.Headers.ContentType;
        _mediaType = contentType?.MediaType;
        if (body is null)
        {
            _problem = $"its body is larger than MaxResponseBytes ({maxBytes} bytes) and was not read";
        }
        else
        {
            Body = TextEncodings.Decode(body, contentType?.CharSet, out _problem);
        }
    }

    public int StatusCode { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The body as text; empty if it was too large to be read.</summary>
    public string Body { get; } = "";

    /// <summary>Request and status in a sentence without its full stop, and nothing that could be a secret.</summary>
    public string Summary { get; }

    /// <summary>Sends and receives, all of it under the caller's token and the client's timeout.</summary>
    public static async Task<BufferedResponse> ReceiveAsync(HttpClient httpClient, HttpRequestMessage request, int maxBytes, CancellationToken cancellationToken)
    {
        // HttpClient's own timeout ends with the headers when the body is not left to it; left to it, the body has no limit.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (httpClient.Timeout != Timeout.InfiniteTimeSpan)
        {
            deadline.CancelAfter(httpClient.Timeout);
        }

        try
        {
            using var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            // Not every stream gives up a pending read when its token asks; every one does when it is closed.
            using var close = deadline.Token.Register(response.Dispose);
            var body = await ReadAsync(response.Content, maxBytes, deadline.Token).ConfigureAwait(false);
            return new BufferedResponse(request, response, body, maxBytes);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call was cancelled.", exception, cancellationToken);
        }
        catch (Exception exception) when (deadline.IsCancellationRequested || exception is OperationCanceledException { InnerException: TimeoutException })
        {
            var message = $"{request.Method} {request.RequestUri!.AbsolutePath} was not answered in full within HttpClient.Timeout ({httpClient.Timeout.TotalSeconds:0.###} s).";
            throw new TaskCanceledException(message, new TimeoutException(message, exception));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new HttpRequestException($"The connection broke while the answer to {request.Method} {request.RequestUri!.AbsolutePath} was being read.", exception);
        }
    }

    /// <summary>Reads the body as JSON of a type.</summary>
    /// <param name="value">The value, never null when the result is true.</param>
    /// <param name="problem">What is wrong with the body, as the end of a sentence and without any of the body's values.</param>
    public bool TryReadJson<T>([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
        where T : class
    {
        value = null;
        problem = _problem;
        if (problem is not null)
        {
            return false;
        }

        if (string.IsNullOrWhiteSpace(Body))
        {
            problem = "its body is empty where the contract has JSON";
            return false;
        }

        if (_mediaType is not null && !IsJson(_mediaType))
        {
            problem = $"its body is {_mediaType} where the contract has JSON";
            return false;
        }

        return PlannrJson.TryDeserialize(Body, out value, out problem);
    }

    private static bool IsJson(string mediaType)
        => mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    /// <returns>The bytes, or null if there are more than <paramref name="maxBytes"/>.</returns>
    private static async Task<byte[]?> ReadAsync(HttpContent? content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return [];
        }

        if (content.Headers.ContentLength > maxBytes)
        {
            return null;
        }

#if NET
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
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
}
