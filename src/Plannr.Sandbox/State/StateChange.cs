namespace Plannr.Sandbox.State;

/// <summary>A change of the state.</summary>
internal abstract record StateChange
{
    /// <summary>A connection is as this JSON now.</summary>
    public sealed record Updated(Guid Account, Guid Connection, string Json) : StateChange;

    /// <summary>A connection is gone.</summary>
    public sealed record Deleted(Guid Account, Guid Connection) : StateChange;

    /// <summary>All is as it was at the start.</summary>
    public sealed record Replaced(IReadOnlyList<AccountState> Accounts) : StateChange;
}
