using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Requests;

namespace Plannr.Runtime.Responses;

/// <summary>A response, read to its end, with nothing of the connection left to wait for; or one with a file, which is not.</summary>
internal readonly struct BufferedResponse : IDisposable
{
    private readonly HttpRequestMessage _request;
    private readonly HttpResponseMessage _response;
    private readonly BodyText? _text;
    private readonly BodyBuffer? _body;

    private BufferedResponse(HttpRequestMessage request, HttpResponseMessage response)
    {
        _request = request;
        _response = response;
    }

    private BufferedResponse(HttpRequestMessage request, HttpResponseMessage response, BodyBuffer body)
        : this(request, response)
    {
        _body = body;
        _text = BodyText.Of(body, ContentType?.CharSet, out var problem);
        Problem = problem;
    }

    private BufferedResponse(HttpRequestMessage request, HttpResponseMessage response, int maxBytes)
        : this(request, response)
        => Problem = $"its body is larger than MaxResponseBytes ({maxBytes} bytes) and was not read";

    private BufferedResponse(HttpRequestMessage request, HttpResponseMessage response, Stream file)
        : this(request, response)
        => File = new ApiFile(file, response);

    public int StatusCode => (int)_response.StatusCode;

    /// <summary>The response itself, whose headers outlive it.</summary>
    public HttpResponseMessage Message => _response;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => ResponseHeaders.Of(_response.Headers, _response.Content?.Headers);

    /// <summary>The body as text; empty if it was too large to be read.</summary>
    public string Text => _text?.ToString() ?? "";

    /// <summary>What keeps the body from being text, as the end of a sentence; null for nothing.</summary>
    public string? Problem { get; }

    /// <summary>The body, if it is a file.</summary>
    public ApiFile? File { get; }

    /// <summary>Whether the body is JSON, and null.</summary>
    public bool IsJsonNull => _text?.IsNull == true;

    /// <summary>The HTTP method of the request.</summary>
    public string RequestMethod => _request.Method.Method;

    /// <summary>The path of the request, without its query.</summary>
    public string RequestPath => _request.RequestUri!.AbsolutePath;

    /// <summary>Request and status in a sentence without its full stop; of the request its path, and nothing of query, headers or body.</summary>
    public string Summary => $"{RequestMethod} {RequestPath} was answered with status {StatusCode}";

    private MediaTypeHeaderValue? ContentType => _response.Content?.Headers.ContentType;

    /// <summary>Sends and receives, all of it under the caller's token and the client's timeout.</summary>
    /// <param name="httpClient">Sends the request.</param>
    /// <param name="request">The request, which is disposed with the response or the failure.</param>
    /// <param name="maxBytes">The size that the body may have.</param>
    /// <param name="cancellationToken">Ends the call.</param>
#if NET
    public static async ValueTask<BufferedResponse> ReceiveAsync(HttpClient httpClient, ApiRequestMessage request, int maxBytes, CancellationToken cancellationToken)
#else
    public static async Task<BufferedResponse> ReceiveAsync(HttpClient httpClient, ApiRequestMessage request, int maxBytes, CancellationToken cancellationToken)
#endif
    {
        HttpResponseMessage? response = null;
        // HttpClient's own timeout ends with the headers when the body is not left to it; left to it, the body has no limit.
        var started = Stopwatch.GetTimestamp();
        try
        {
            response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (response.Content is not null && request.Operation.ReturnsFile((int)response.StatusCode))
            {
                return new BufferedResponse(request, response, await BodyBuffer.OpenAsync(response.Content, cancellationToken).ConfigureAwait(false));
            }

            // A handler may have read it already. If none has, all of them are done with the response, and its content stays as it is.
            return response.Content switch
            {
                BufferedContent { Body: var buffered } when buffered.Count <= maxBytes => new BufferedResponse(request, response, buffered),
                BufferedContent => new BufferedResponse(request, response, maxBytes),
                OversizedContent oversized => new BufferedResponse(request, response, oversized.MaxBytes),
                _ => await BodyBuffer.ReadAsync(request, response, maxBytes, TimeLeft(httpClient.Timeout, started), cancellationToken).ConfigureAwait(false) is { } body
                    ? new BufferedResponse(request, response, body)
                    : new BufferedResponse(request, response, maxBytes),
            };
        }
        catch (Exception exception)
        {
            response?.Dispose();
            request.Dispose();
            if (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException("The call was cancelled.", exception, cancellationToken);
            }

            if (IsTimeout(exception, httpClient.Timeout, started))
            {
                var message = $"{request.Method} {request.RequestUri!.AbsolutePath} was not answered in full within HttpClient.Timeout ({httpClient.Timeout.TotalSeconds:0.###} s).";
                throw new TaskCanceledException(message, new TimeoutException(message, exception));
            }

            throw;
        }
    }

    /// <summary>Reads the body as JSON of a type.</summary>
    /// <param name="format">How the type is read.</param>
    /// <param name="isError">Whether the body is that of an error, which need not match the contract in all points.</param>
    /// <param name="drift">Whom to tell of differences from the contract.</param>
    /// <param name="value">The value, never null when the result is true.</param>
    /// <param name="problem">What is wrong with the body, as the end of a sentence and without any of the body's values.</param>
    public bool TryReadJson<T>(JsonFormat<T> format, bool isError, DriftReport drift, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = Problem
            ?? (_text is null || _text.IsBlank ? "its body is empty where the contract has JSON"
                : ContentType?.MediaType is { } mediaType && !IsJson(mediaType) ? $"its body is {mediaType} where the contract has JSON"
                : null);
        if (problem is null)
        {
            return _text!.TryRead(format, isError, drift, out value, out problem);
        }

        if (!isError)
        {
            drift.Add(ContractDriftKind.InvalidBody);
        }

        return false;
    }

    /// <summary>A failure to read the body of a success.</summary>
    public PlannrApiException Unreadable(string problem)
        => new($"{Summary}, but {problem}.", RequestMethod, RequestPath, StatusCode, Headers, Text);

    /// <summary>Lets go of the body; a file is the caller's.</summary>
    public void Dispose()
    {
        if (File is null)
        {
            _body?.Dispose();
            _response.Dispose();
        }

        _request.Dispose();
    }

    // .NET Framework's HttpClient does not say why it cancels.
    private static bool IsTimeout(Exception exception, TimeSpan timeout, long started)
        => exception is OperationCanceledException
            && (exception.InnerException is TimeoutException || (timeout != Timeout.InfiniteTimeSpan && TimeLeft(timeout, started) <= TimeSpan.Zero));

    private static TimeSpan TimeLeft(TimeSpan timeout, long started)
        => timeout == Timeout.InfiniteTimeSpan ? timeout : timeout - TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - started) / (double)Stopwatch.Frequency);

    /// <summary>Whether a body of a media type is JSON. The spec gate, a program of its own, decides by the same rule what code is generated.</summary>
    internal static bool IsJson(string mediaType)
        => mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
}
