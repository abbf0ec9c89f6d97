using System.Collections.Concurrent;

namespace Plannr.Runtime.Responses;

/// <summary>
/// Ends the reading of a body, including a pending read, when the time limit passes or the caller cancels. It cancels the token of the
/// read first, and then disposes the response. Instances are pooled.
/// </summary>
/// <remarks>
/// Disposing the response alone is not enough: over HTTP/1.1, .NET then drains the connection for up to
/// <c>ResponseDrainTimeout</c> (2 seconds by default) before the pending read ends. The token alone is not enough either: .NET
/// Framework's response streams ignore it during a read, but end the read when they are closed.
/// </remarks>
internal sealed class ReadDeadline : IDisposable
{
    private const int MaxPooled = 256;

    private static readonly ConcurrentQueue<ReadDeadline> Pool = new();

    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _closing;
    private CancellationTokenRegistration _caller;
    private TimeSpan _timeLimit;
    private bool _isRunning;

    private ReadDeadline()
    {
    }

    /// <summary>Gets the token for reading the body.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Gets a value that indicates whether the time limit has passed or the caller has canceled.</summary>
    public bool HasPassed => _source.IsCancellationRequested;

    /// <summary>Returns a deadline for a response. <see cref="Start"/> starts its time limit.</summary>
    /// <param name="response">The response to dispose when the deadline passes.</param>
    /// <param name="timeLimit">The maximum time for reading the body.</param>
    /// <param name="cancellationToken">The caller's token. Canceling it also ends the reading.</param>
    public static ReadDeadline For(HttpResponseMessage response, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (!Pool.TryDequeue(out var deadline))
        {
            deadline = new ReadDeadline();
        }

        deadline._timeLimit = timeLimit;
        deadline._isRunning = false;
        // Callbacks run in LIFO order: this one is registered before those of the reads, and so runs after them.
        deadline._closing = deadline.Token.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
        deadline._caller = cancellationToken.Register(static state => ((CancellationTokenSource)state!).Cancel(), deadline._source);
        return deadline;
    }

    /// <summary>Starts the time limit if it is not running. Most bodies arrive with their headers and need no timer.</summary>
    public void Start()
    {
        if (!_isRunning && _timeLimit != Timeout.InfiniteTimeSpan)
        {
            _isRunning = true;
            _source.CancelAfter(_timeLimit > TimeSpan.Zero ? _timeLimit : TimeSpan.Zero);
        }
    }

    public void Dispose()
    {
        _caller.Dispose();
        _closing.Dispose();
        if (Pool.Count < MaxPooled && TryReset())
        {
            Pool.Enqueue(this);
        }
        else
        {
            _source.Dispose();
        }
    }

#if NET
    private bool TryReset() => _source.TryReset();
#else
    // A timer that was started may already be about to cancel the source.
    private bool TryReset() => !_isRunning && !_source.IsCancellationRequested;
#endif
}
