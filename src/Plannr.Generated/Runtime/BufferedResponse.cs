using System.Diagnostics.CodeAnalysis;

namespace Plannr.Generated.Runtime;

/// <summary>A response, read to its end and decoded, with nothing of the connection left to wait for; or a file, which is not.</summary>
internal sealed class BufferedResponse
{
    private readonly string? _mediaType;

    private BufferedResponse(HttpRequestMessage request, HttpResponseMessage response)
    {
        StatusCode = (int)response.StatusCode;
        Headers = ResponseHeaders.Of(response);
        RequestMethod = request.Method.Method;
        RequestPath = request.RequestUri!.AbsolutePath;
        _mediaType = response.Content?.Headers.ContentType?.MediaType;
    }

    private BufferedResponse(HttpRequestMessage request, HttpResponseMessage response, byte[]? body, int maxBytes)
        : this(request, response)
    {
        if (body is null)
        {
            Problem = $"its body is larger than MaxResponseBytes ({maxBytes} bytes) and was not read";
        }
        else
        {
            Body = TextEncodings.Decode(body, response.Content?.Headers.ContentType?.CharSet, out var problem);
            Problem = problem;
        }
    }

    public int StatusCode { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The body as text; empty if it was too large to be read.</summary>
    public string Body { get; } = "";

    /// <summary>What keeps the body from being text, as the end of a sentence; null for nothing.</summary>
    public string? Problem { get; }

    /// <summary>The body, if it is a file.</summary>
    public ApiFile? File { get; private init; }

    /// <summary>Whether the body is JSON, and null.</summary>
    public bool IsJsonNull => Body.Trim() == "null";

    /// <summary>The HTTP method of the request.</summary>
    public string RequestMethod { get; }

    /// <summary>The path of the request, without its query.</summary>
    public string RequestPath { get; }

    /// <summary>Request and status in a sentence without its full stop; of the request its path, and nothing of query, headers or body.</summary>
    public string Summary => $"{RequestMethod} {RequestPath} was answered with status {StatusCode}";

    /// <summary>Sends and receives, all of it under the caller's token and the client's timeout.</summary>
    /// <param name="httpClient">Sends the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The size that the body may have.</param>
    /// <param name="isFile">Whether the body of a status is a file, which is left to the caller to read.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<BufferedResponse> ReceiveAsync(HttpClient httpClient, HttpRequestMessage request, int maxBytes, Func<int, bool> isFile, CancellationToken cancellationToken)
    {
        // HttpClient's own timeout ends with the headers when the body is not left to it; left to it, the body has no limit.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (httpClient.Timeout != Timeout.InfiniteTimeSpan)
        {
            deadline.CancelAfter(httpClient.Timeout);
        }

        try
        {
            var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            var isOpen = isFile((int)response.StatusCode) && response.Content is not null;
            using var disposal = isOpen ? null : response;
            if (isOpen)
            {
                return await OpenFileAsync(request, response, deadline.Token).ConfigureAwait(false);
            }

            var body = await ResponseBody.ReadAsync(response, maxBytes, deadline.Token).ConfigureAwait(false);
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
    {
        value = default;
        problem = Problem;
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

    private static async Task<BufferedResponse> OpenFileAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await ResponseBody.OpenAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return new BufferedResponse(request, response) { File = new ApiFile(stream, response) };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
