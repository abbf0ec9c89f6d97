using Microsoft.Extensions.Logging;
using Polly;

namespace Plannr.Client.Sending;

/// <summary>Retries requests within the total timeout.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private readonly TimeLimits _limits;
    private readonly RetryRules _rules;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    public RetryHandler(PlannrClientOptions options, ILogger logger)
    {
        _limits = new TimeLimits(options.TotalTimeout, options.Clock);
        _rules = new RetryRules(options);
        _retries = Retries.Create(options, _rules, logger);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = _limits.Start(cancellationToken);
        try
        {
            // The first attempt runs without Polly, because most calls need only one.
            Outcome<HttpResponseMessage> first;
            try
            {
                var response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
                first = Outcome.FromResult(response);
                if (!_rules.ShouldSendAgain(first, request))
                {
                    return response;
                }
            }
            catch (Exception exception) when (_rules.ShouldSendAgain(Outcome.FromException<HttpResponseMessage>(exception), request))
            {
                first = Outcome.FromException<HttpResponseMessage>(exception);
            }

            return await SendAgainAsync(request, first, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsOver)
        {
            Call.Of(request).IsOverdue = true;
            throw limit.Exceeded(exception);
        }
    }

    private async Task<HttpResponseMessage> SendAgainAsync(HttpRequestMessage request, Outcome<HttpResponseMessage> first, CancellationToken cancellationToken)
    {
        Outcome<HttpResponseMessage>? before = first;
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(Retries.Request, request);
            var outcome = await _retries.ExecuteOutcomeAsync(
                async (context, _) =>
                {
                    // Polly's first execution returns the outcome of the attempt that has already been made.
                    if (before is { } known)
                    {
                        before = null;
                        return known;
                    }

                    try
                    {
                        return Outcome.FromResult(await base.SendAsync(request, context.CancellationToken).ConfigureAwait(false));
                    }
                    catch (Exception exception)
                    {
                        return Outcome.FromException<HttpResponseMessage>(exception);
                    }
                },
                context,
                0).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
