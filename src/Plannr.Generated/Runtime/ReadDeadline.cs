namespace Plannr.Generated.Runtime;

/// <summary>Ends the reading of a body, also a read that is pending.</summary>
internal sealed class ReadDeadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _closing;

    /// <summary>Starts.</summary>
    /// <param name="response">The response that the body is of.</param>
    /// <param name="timeLimit">How long the reading may take.</param>
    /// <param name="cancellationToken">Ends it too.</param>
    public ReadDeadline(HttpResponseMessage response, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Not every stream gives up a pending read when its token asks; every one does when it is closed.
        _closing = _source.Token.Register(response.Dispose);
        if (timeLimit != Timeout.InfiniteTimeSpan)
        {
            _source.CancelAfter(timeLimit > TimeSpan.Zero ? timeLimit : TimeSpan.Zero);
        }
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested;

    public void Dispose()
    {
        _closing.Dispose();
        _source.Dispose();
    }
}
