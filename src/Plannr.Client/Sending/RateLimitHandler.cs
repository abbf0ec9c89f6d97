using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Plannr.Client.Telemetry;

namespace Plannr.Client.Sending;

/// <summary>Delays requests to stay within the rate limit, in the order of their arrival, and updates the limit from the response headers.</summary>
internal sealed class RateLimitHandler(RateLimits limits, TimeProvider clock, ILogger logger) : DelegatingHandler
{
    private const string RemainingHeader = "X-Ratelimit-Remaining";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => limits.IsOff && !logger.IsEnabled(LogLevel.Debug) ? base.SendAsync(request, cancellationToken) : SendInTurnAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendInTurnAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Call.Of(request);
        var token = request.Headers.Authorization!.Parameter!;
        using var lease = limits.IsOff ? null : await AcquireAsync(call, token, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (Remaining(response) is { } remaining)
        {
            if (!limits.IsOff)
            {
                limits.Learn(token, remaining);
            }

            Log.RateLimitLeft(logger, call.Name, remaining);
        }

        return response;
    }

    private async ValueTask<RateLimitLease> AcquireAsync(Call call, string token, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var acquiring = limits.AcquireAsync(token, cancellationToken);
        var waits = !acquiring.IsCompleted;
        var lease = await acquiring.ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            var retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : (TimeSpan?)null;
            lease.Dispose();
            throw new PlannrRateLimitException($"{call.Method} {call.Path} was not sent: {limits.Refusal}.", call.Method, call.Path, retryAfter);
        }

        if (waits)
        {
            Log.WaitingForRateLimit(logger, call.Name, clock.GetElapsedTime(start).TotalMilliseconds);
        }

        return lease;
    }

    private static int? Remaining(HttpResponseMessage response)
    {
        // After a 429 no requests remain, even if the header is missing.
        if (response.StatusCode == (System.Net.HttpStatusCode)429)
        {
            return 0;
        }

        return response.Headers.TryGetValues(RemainingHeader, out var values)
            && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
                ? remaining
                : null;
    }
}
