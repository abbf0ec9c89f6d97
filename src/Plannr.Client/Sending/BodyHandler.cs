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
            var body = await ResponseBody.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            var connection = response.Content;
            if (body is not null)
            {
                options.OnAnswer?.Invoke(new AnswerBody((int)response.StatusCode, body, connection?.Headers.ContentType?.CharSet));
            }

            response.Content = body is null ? TooLarge() : new ByteArrayContent(body);
            MoveHeaders(connection, response.Content);
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

    // The client refuses it by its length.
    private static ByteArrayContent TooLarge() => new([]) { Headers = { ContentLength = long.MaxValue } };

    private static void MoveHeaders(HttpContent? from, HttpContent to)
    {
        if (from is null)
        {
            return;
        }

        foreach (var header in from.Headers.Where(h => !h.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
        {
            to.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        from.Dispose();
    }
}
