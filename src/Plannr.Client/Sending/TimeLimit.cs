using Polly.Timeout;

namespace Plannr.Client.Sending;

/// <summary>A running time limit. Its token is canceled when the time has passed, or when the caller's token is canceled.</summary>
internal readonly struct TimeLimit : IDisposable
{
    private readonly TimeLimits _limits;
    private readonly LimitSource _source;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;

    /// <param name="limits">The pool that the source returns to when the limit is disposed.</param>
    /// <param name="source">The source, which has been started.</param>
    /// <param name="caller">The caller's token.</param>
    public TimeLimit(TimeLimits limits, LimitSource source, CancellationToken caller)
    {
        _limits = limits;
        _source = source;
        _caller = caller;
#if NET
        _registration = caller.UnsafeRegister(static state => ((LimitSource)state!).Cancel(), source);
#else
        _registration = caller.Register(static state => ((LimitSource)state!).Cancel(), source);
#endif
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Gets a value that indicates whether the time has passed and the caller has not canceled.</summary>
    public bool IsOver => _source.Token.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Creates the exception to throw instead of an exception that only reports the cancellation.</summary>
    public TimeoutRejectedException Exceeded(Exception cancellation) => new($"The time limit of {_limits.Time.TotalSeconds:0.###} s was exceeded.", _limits.Time, cancellation);

    public void Dispose()
    {
        _registration.Dispose();
        _limits.GiveBack(_source);
    }
}
