using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>
/// Sends rows, some at once, and writes what became of each before the next is sent in its place. When the process is killed,
/// nothing is known of the rows that were under way, at most as many as were sent at once; they have no result, and are sent
/// again by the next run, which changes nothing where the first has done it already.
/// </summary>
internal sealed class RelabelRun(IPlannrClient plannr, ResultFile results, RelabelCount count, Secret secret) : IDisposable
{
    // So many in a row without a proper answer, and the others would fare no better.
    private const int MostUnanswered = 10;

    // After Ctrl-C, rows under way have so long to get their answer, and so a result.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private int _unanswered;
    private PlannrApiException? _cause;

    /// <param name="rows">The rows.</param>
    /// <param name="concurrency">How many may be under way at once.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>A task that ends when every row has its result.</returns>
    /// <exception cref="PlannrApiException">The run was ended, as no row has a chance: the token is not accepted, or Plannr does not answer.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
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
        // The loop hears of a stop a moment after it; meanwhile it may have begun another row.
        _stop.Token.ThrowIfCancellationRequested();
        try
        {
            await plannr.OAuthConnections.UpdateAsync(row.Uuid, new UpdateOAuthConnectionRequest { Label = row.Label }, cancellationToken);
            Interlocked.Exchange(ref _unanswered, 0);
            Finish(row, new RowResult(IsDone: true, Status: 200, ""));
        }
        // It says nothing of the row.
        catch (PlannrAuthenticationException exception)
        {
            Stop(exception);
        }
        catch (PlannrApiException exception)
        {
            var failure = ApiFailure.Of(exception);
            Finish(row, new RowResult(IsDone: false, exception.StatusCode == 0 ? null : exception.StatusCode, secret.RemoveFrom(failure.Sentence)));
            var isUnanswered = exception is PlannrTransportException or PlannrServerException or PlannrRateLimitException;
            if (!isUnanswered)
            {
                Interlocked.Exchange(ref _unanswered, 0);
            }
            else if (Interlocked.Increment(ref _unanswered) >= MostUnanswered)
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
