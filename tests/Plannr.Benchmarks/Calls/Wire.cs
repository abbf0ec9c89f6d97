namespace Plannr.Benchmarks.Calls;

/// <summary>The connection between the client and the API.</summary>
public enum Wire
{
    /// <summary>No network: a handler returns the responses.</summary>
    InMemory,

    /// <summary>A loopback connection to Kestrel in another process.</summary>
    Loopback,
}
