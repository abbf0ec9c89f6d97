using Polly.Timeout;

namespace Plannr.Client.Sending;

/// <summary>A time limit that has begun. Its token is canceled when the time has passed, and with the caller's token.</summary>
internal readonly struct TimeLimit : IDisposable
{
    private readonly TimeLimits _limits;
    private readonly LimitSource _source;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;

    /// <param name="limits">Takes the source back when the limit is disposed.</param>
    /// <param name="source">A source whose time has begun.</param>
    /// <param name="caller">Cancels earlier.</param>
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

    /// <summary>Whether the time has passed, and the caller has not canceled.</summary>
    public bool IsOver => _source.Token.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Creates the exception to throw in place of one that only reports the cancellation.</summary>
    public TimeoutRejectedException Exceeded(Exception cancellation) => new($"It took longer than {_limits.Time.TotalSeconds:0.###} s.", _limits.Time, cancellation);

    public void Dispose()
    {
        _registration.Dispose();
        _limits.GiveBack(_source);
    }
}
