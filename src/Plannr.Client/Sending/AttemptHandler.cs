using Plannr.Runtime.Requests;
using Plannr.Runtime.Responses;


namespace Plannr.Client.Sending;

/// <summary>One attempt, from sending to the last byte of the answer's body: its timeout and its retry cover the body too.</summary>
internal sealed class AttemptHandler(PlannrClientOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
#if NET
        request.Version = System.Net.HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
        var call = Call.Of(request);
        call.Attempts++;
        using var limit = TimeLimit.Start(options.AttemptTimeout, options.Clock, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            call.LastStatus = response.StatusCode;
            if (ApiOperation.Of(request)?.ReturnsFile((int)response.StatusCode) != true)
            {
                await ReadAsync(request, response, limit.Token).ConfigureAwait(false);
            }

            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            // A body whose connection is closed by a cancellation may fail with any exception.
            if (exception is OperationCanceledException || response is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (limit.IsOver)
                {
                    throw limit.Exceeded(exception);
                }
            }

            if (response is not null && exception is IOException or InvalidDataException)
            {
                throw new HttpRequestException($"The connection broke while the answer to {call.Method} {call.Path} was being read.", exception);
            }

            throw;
        }
    }

    private async ValueTask ReadAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!await ResponseBody.BufferAsync(request, response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false))
        {
            RefuseLarge(response);
        }
        else if (options.OnAnswer is { } onAnswer)
        {
            onAnswer(new AnswerBody((int)response.StatusCode, ResponseBody.CopyOf(request, response), response.Content?.Headers.ContentType?.CharSet));
        }
    }

    // The client refuses it by its length; of what is read no more is needed than its headers.
    private static void RefuseLarge(HttpResponseMessage response)
    {
        var connection = response.Content;
        response.Content = new ByteArrayContent([]);
        foreach (var header in connection.Headers.Where(h => !h.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
        {
            response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        response.Content.Headers.ContentLength = long.MaxValue;
        connection.Dispose();
    }
}
