namespace Plannr.Generated.Runtime;

/// <summary>
/// Ends the reading of a body. Most bodies come with their headers and never wait; so a timer, and what closes the response, are
/// made for the first read that does.
/// </summary>
internal sealed class ReadDeadline(HttpResponseMessage response, TimeSpan timeLimit, CancellationToken cancellationToken) : IDisposable
{
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _closing;

    public CancellationToken Token => _source?.Token ?? cancellationToken;

    public bool HasPassed => _source?.IsCancellationRequested == true;

    /// <summary>Has a read that has started ended in time.</summary>
    public T Watch<T>(T reading)
    {
        if (_source is null)
        {
            _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            // Not every stream gives up a pending read when its token asks; every one does when it is closed.
            _closing = _source.Token.Register(response.Dispose);
            if (timeLimit != Timeout.InfiniteTimeSpan)
            {
                _source.CancelAfter(timeLimit > TimeSpan.Zero ? timeLimit : TimeSpan.Zero);
            }
        }

        return reading;
    }

    public void Dispose()
    {
        _closing.Dispose();
        _source?.Dispose();
    }
}
