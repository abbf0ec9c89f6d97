using System.Diagnostics;
using Plannr.Runtime.Responses;

namespace Plannr.Runtime.Requests;

/// <summary>Sends requests and reads their responses.</summary>
internal static class RequestSender
{
    /// <summary>Sends a request and reads the response within the timeout of the <see cref="HttpClient"/>.</summary>
    /// <param name="httpClient">The client that sends the request.</param>
    /// <param name="request">The request. It is disposed with the returned response, or if this method throws.</param>
    /// <param name="maxBytes">The maximum size of the body in bytes.</param>
    /// <param name="cancellationToken">Cancels the call, including the reading of the response.</param>
#if NET
    public static async ValueTask<BufferedResponse> SendAsync(HttpClient httpClient, ApiRequestMessage request, int maxBytes, CancellationToken cancellationToken)
#else
    public static async Task<BufferedResponse> SendAsync(HttpClient httpClient, ApiRequestMessage request, int maxBytes, CancellationToken cancellationToken)
#endif
    {
        HttpResponseMessage? response = null;
        // HttpClient.Timeout covers only the headers with ResponseHeadersRead, and HttpClient would read the body without a size limit.
        var started = Stopwatch.GetTimestamp();
        try
        {
            response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (response.Content is not null && request.Operation.ReturnsFile((int)response.StatusCode))
            {
                return new BufferedResponse(request, response, await BodyBuffer.OpenAsync(response.Content, cancellationToken).ConfigureAwait(false));
            }

            // A handler may already have buffered the body. Otherwise no handler reads it later, and the content is not replaced.
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
                throw new OperationCanceledException("The call was canceled.", exception, cancellationToken);
            }

            if (IsTimeout(exception, httpClient.Timeout, started))
            {
                var message = $"{request.Method} {request.RequestUri!.AbsolutePath} did not complete within HttpClient.Timeout ({httpClient.Timeout.TotalSeconds:0.###} s).";
                throw new TaskCanceledException(message, new TimeoutException(message, exception));
            }

            throw;
        }
    }

    // On .NET Framework, the exception of HttpClient does not distinguish a timeout from a cancellation.
    private static bool IsTimeout(Exception exception, TimeSpan timeout, long started)
        => exception is OperationCanceledException
            && (exception.InnerException is TimeoutException || (timeout != Timeout.InfiniteTimeSpan && TimeLeft(timeout, started) <= TimeSpan.Zero));

    private static TimeSpan TimeLeft(TimeSpan timeout, long started)
        => timeout == Timeout.InfiniteTimeSpan ? timeout : timeout - TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - started) / (double)Stopwatch.Frequency);
}
