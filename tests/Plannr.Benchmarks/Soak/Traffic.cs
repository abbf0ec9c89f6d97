using System.Collections.Concurrent;
using Plannr.Benchmarks.Api;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Benchmarks.Soak;

/// <summary>
/// Sends calls with unique labels, which the responses must contain. One of a hundred calls is for a connection that does not exist,
/// and one of a thousand calls fails once and must be retried.
/// </summary>
internal sealed class Traffic(IOAuthConnectionsClient client, int parallelCalls)
{
    private const int ProblemsToKeep = 10;

    private readonly ConcurrentQueue<string> _problems = new();
    private int _sent;
    private int _updated;
    private int _retried;
    private int _missing;

    public int Updated => _updated;

    public int Retried => _retried;

    public int Missing => _missing;

    /// <summary>Gets the number of requests that the server must have received.</summary>
    public int Requests => _sent + _retried;

    /// <summary>Gets the first problems.</summary>
    public IEnumerable<string> Problems => _problems;

    public async Task SendAsync(int calls, CancellationToken cancellationToken)
    {
        var end = _sent + calls;
        await Task.WhenAll(Enumerable.Range(0, parallelCalls).Select(_ => SendUntilAsync(end, cancellationToken))).ConfigureAwait(false);
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
                Interlocked.Increment(ref _retried);
            }

            return isMissing ? "a connection that does not exist was updated." : connection.Label == label ? null : "the response belongs to another call.";
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
