using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>
/// Sends rows concurrently, and writes the result of each row before it sends another row in its place. If the process is killed,
/// the rows in progress have no result, and the next run sends them again. This is harmless for connections that already have
/// the new label.
/// </summary>
internal sealed class RelabelRun(IPlannrClient plannr, ResultFile results, RelabelCount count, Secret secret) : IDisposable
{
    // After this many consecutive failures of the connection or the server, the remaining rows would most likely fail too.
    private const int MaxConsecutiveFailures = 10;

    // The time after Ctrl-C for rows in progress to receive a response.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private int _consecutiveFailures;
    private PlannrApiException? _cause;

    /// <param name="rows">The rows to send.</param>
    /// <param name="concurrency">The maximum number of rows to send at the same time.</param>
    /// <param name="cancellationToken">The token to cancel the run.</param>
    /// <returns>A task that completes when every row has a result.</returns>
    /// <exception cref="PlannrApiException">The run was stopped because no row can succeed: the access token was rejected, or the server does not respond.</exception>
    /// <exception cref="OperationCanceledException">The run was canceled.</exception>
    public async Task RunAsync(IEnumerable<LabelRow> rows, int concurrency, CancellationToken cancellationToken)
    {
        using var calls = new CancellationTokenSource();
        using var ending = cancellationToken.Register(() => calls.CancelAfter(Grace));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = either.Token };
        try
        {
            await Parallel.ForEachAsync(rows, options, async (row, _) => await SendAsync(row, calls.Token));
        }
        catch (OperationCanceledException) when (_cause is not null)
        {
            throw _cause;
        }
    }

    public void Dispose() => _stop.Dispose();

    private async Task SendAsync(LabelRow row, CancellationToken cancellationToken)
    {
        // The loop can start another row after the run was stopped, because it notices the cancellation later.
        _stop.Token.ThrowIfCancellationRequested();
        try
        {
            await plannr.OAuthConnections.UpdateAsync(row.Uuid, new UpdateOAuthConnectionRequest { Label = row.Label }, cancellationToken);
            Interlocked.Exchange(ref _consecutiveFailures, 0);
            Finish(row, new RowResult(IsDone: true, Status: 200, ""));
        }
        // The cause is the token and not the row, so the row gets no result.
        catch (PlannrAuthenticationException exception)
        {
            Stop(exception);
        }
        catch (PlannrApiException exception)
        {
            var failure = ApiFailure.Of(exception);
            Finish(row, new RowResult(IsDone: false, exception.StatusCode == 0 ? null : exception.StatusCode, secret.RemoveFrom(failure.Sentence)));
            var isServerFailure = exception is PlannrTransportException or PlannrServerException or PlannrRateLimitException;
            if (!isServerFailure)
            {
                Interlocked.Exchange(ref _consecutiveFailures, 0);
            }
            else if (Interlocked.Increment(ref _consecutiveFailures) >= MaxConsecutiveFailures)
            {
                Stop(exception);
            }
        }
    }

    private void Finish(LabelRow row, RowResult result)
    {
        results.Append(row, result);
        count.Add(result.IsDone);
    }

    private void Stop(PlannrApiException cause)
    {
        Interlocked.CompareExchange(ref _cause, cause, null);
        _stop.Cancel();
    }
}
