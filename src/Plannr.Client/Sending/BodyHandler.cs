using Plannr.Generated.Runtime;

namespace Plannr.Client.Sending;

/// <summary>Reads an answer's body within the attempt, so that its timeout and its retry cover the body too.</summary>
internal sealed class BodyHandler(PlannrClientOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
#if NET
        request.Version = System.Net.HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
        var call = Call.Of(request);
        call.Attempts++;
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        call.LastStatus = response.StatusCode;
        if (ApiOperation.Of(request)?.ReturnsFile((int)response.StatusCode) == true)
        {
            return response;
        }

        try
        {
            if (!await ResponseBody.BufferAsync(request, response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false))
            {
                RefuseLarge(response);
            }
            else if (options.OnAnswer is { } onAnswer)
            {
                onAnswer(new AnswerBody((int)response.StatusCode, ResponseBody.CopyOf(request, response), response.Content?.Headers.ContentType?.CharSet));
            }

            return response;
        }
        catch (Exception exception)
        {
            response.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (exception is IOException or InvalidDataException)
            {
                throw new HttpRequestException($"The connection broke while the answer to {call.Method} {call.Path} was being read.", exception);
            }

            throw;
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
