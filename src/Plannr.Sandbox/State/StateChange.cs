namespace Plannr.Sandbox.State;

/// <summary>A change of the state.</summary>
internal abstract record StateChange
{
    /// <summary>A resource was added, with this JSON.</summary>
    public sealed record Added(ResourceKind Kind, Guid Account, Guid Uuid, string Json) : StateChange;

    /// <summary>A resource is as this JSON now.</summary>
    public sealed record Updated(ResourceKind Kind, Guid Account, Guid Uuid, string Json) : StateChange;

    /// <summary>A resource is gone.</summary>
    public sealed record Deleted(ResourceKind Kind, Guid Account, Guid Uuid) : StateChange;

    /// <summary>All is as it was at the start.</summary>
    public sealed record Replaced(IReadOnlyList<AccountState> Accounts) : StateChange;

    /// <summary>An account was added.</summary>
    public sealed record AccountAdded(AccountState Account) : StateChange;

    /// <summary>The properties of an account's login that differ from the defaults are as this JSON now.</summary>
    public sealed record LoginUpdated(Guid Account, string Json) : StateChange;

    /// <summary>The clock has this offset now.</summary>
    public sealed record ClockMoved(TimeSpan Offset) : StateChange;
}
