using Plannr.Runtime.Requests;
using Plannr.Runtime.Responses;

namespace Plannr.Client.Sending;

/// <summary>Sends one attempt and reads the response's body to its end, so that the attempt's timeout and the retries cover the body too.</summary>
internal sealed class AttemptHandler(PlannrClientOptions options) : DelegatingHandler
{
    private readonly TimeLimits _limits = new(options.AttemptTimeout, options.Clock);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
#if NET
        request.Version = System.Net.HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
        var call = Call.Of(request);
        call.Attempts++;
        using var limit = _limits.Start(cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            call.LastStatus = response.StatusCode;
            if (ApiOperation.Of(request)?.ReturnsFile((int)response.StatusCode) != true)
            {
                await ResponseBody.BufferAsync(request, response, options.MaxResponseBytes, limit.Token).ConfigureAwait(false);
            }

            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            if (exception is OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (limit.IsOver)
                {
                    throw limit.Exceeded(exception);
                }
            }

            throw;
        }
    }
}
