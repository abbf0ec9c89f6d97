using System.Collections.Concurrent;
using Plannr.Benchmarks.Api;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Benchmarks.Soak;

/// <summary>
/// Sends calls, each with a label of its own, which must come back. One of a hundred is for a connection that does not exist,
/// and one of a thousand is turned away once and must be tried again.
/// </summary>
internal sealed class Traffic(IOAuthConnectionsClient client, int callsAtOnce)
{
    private const int ProblemsToKeep = 10;

    private readonly ConcurrentQueue<string> _problems = new();
    private int _sent;
    private int _updated;
    private int _triedAgain;
    private int _missing;

    public int Updated => _updated;

    public int TriedAgain => _triedAgain;

    public int Missing => _missing;

    /// <summary>How many requests must have arrived.</summary>
    public int Requests => _sent + _triedAgain;

    /// <summary>What went wrong, the first of it.</summary>
    public IEnumerable<string> Problems => _problems;

    public async Task SendAsync(int calls, CancellationToken cancellationToken)
    {
        var end = _sent + calls;
        await Task.WhenAll(Enumerable.Range(0, callsAtOnce).Select(_ => SendUntilAsync(end, cancellationToken))).ConfigureAwait(false);
        _sent = end;
    }

    private async Task SendUntilAsync(int end, CancellationToken cancellationToken)
    {
        int number;
        while ((number = Interlocked.Increment(ref _sent)) <= end)
        {
            if (await ProblemOfAsync(number, cancellationToken).ConfigureAwait(false) is { } problem && _problems.Count < ProblemsToKeep)
            {
                _problems.Enqueue($"Call {number:N0}: {problem}");
            }
        }
    }

    private async Task<string?> ProblemOfAsync(int number, CancellationToken cancellationToken)
    {
        var (isBusy, isMissing) = (number % 1000 == 0, number % 100 == 50);
        var label = $"Label {number}";
        try
        {
            var connection = await client.UpdateAsync(
                isBusy ? ApiServer.Busy : isMissing ? ApiServer.Missing : Payload.Uuid, new UpdateOAuthConnectionRequest { Label = label }, cancellationToken).ConfigureAwait(false);
            Interlocked.Increment(ref _updated);
            if (isBusy)
            {
                Interlocked.Increment(ref _triedAgain);
            }

            return isMissing ? "a connection that does not exist was updated." : connection.Label == label ? null : "the answer is another call's.";
        }
        catch (PlannrNotFoundException) when (isMissing)
        {
            Interlocked.Increment(ref _missing);
            return null;
        }
        catch (PlannrApiException exception)
        {
            return exception.Message;
        }
    }
}
