using Microsoft.Extensions.Logging;
using Plannr.Client.Telemetry;
using Plannr.Generated;
using Polly.Timeout;

namespace Plannr.Client.Sending;

/// <summary>Logs, traces and measures each call, and converts the exception of a call without a response to the client's exception class.</summary>
internal sealed class CallHandler(PlannrClientOptions options, ILogger logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Call.Start(request, options.Clock);
        using var trace = CallTelemetry.Start(call, request.RequestUri!);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var elapsed = call.Elapsed(options.Clock);
            trace.End((int)response.StatusCode, elapsed);
            Log.Answered(logger, call.Name, (int)response.StatusCode, elapsed.TotalMilliseconds, call.Attempts);
            return response;
        }
        catch (Exception exception)
        {
            var cause = CauseOf(exception, call, cancellationToken);
            var elapsed = call.Elapsed(options.Clock);
            trace.Fail(cause, elapsed);
            Log.Failed(logger, call.Name, cause.GetType().Name, elapsed.TotalMilliseconds, call.Attempts);
            if (ReferenceEquals(cause, exception))
            {
                throw;
            }

            throw cause;
        }
    }

    private Exception CauseOf(Exception exception, Call call, CancellationToken cancellationToken) => exception switch
    {
        _ when cancellationToken.IsCancellationRequested => exception as OperationCanceledException ?? new OperationCanceledException("The call was canceled.", exception, cancellationToken),
        PlannrApiException => exception,
        TimeoutRejectedException => new PlannrTimeoutException(TimeoutMessage(call), call.Method, call.Path, exception),
        HttpRequestException => new PlannrTransportException($"{call.Method} {call.Path} received no response{AfterAttempts(call)}: {exception.Message}", call.Method, call.Path, exception),
        _ => exception,
    };

    private string TimeoutMessage(Call call)
    {
        var (option, time) = call.IsOverdue ? (nameof(options.TotalTimeout), options.TotalTimeout) : (nameof(options.AttemptTimeout), options.AttemptTimeout);
        var last = call.LastStatus is { } status ? $" The last status was {(int)status}." : "";
        return $"{call.Method} {call.Path} did not complete within {option} ({time.TotalSeconds:0.###} s){AfterAttempts(call)}.{last}";
    }

    private static string AfterAttempts(Call call) => call.Attempts > 1 ? $" after {call.Attempts} attempts" : "";
}
