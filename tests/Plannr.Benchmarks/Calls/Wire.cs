namespace Plannr.Benchmarks.Calls;

/// <summary>What lies between client and API.</summary>
public enum Wire
{
    /// <summary>Nothing: a handler that answers.</summary>
    InMemory,

    /// <summary>A connection on this machine, to Kestrel in another process.</summary>
    Loopback,
}
