namespace Plannr.Sandbox.State;

/// <summary>A change of the state.</summary>
internal abstract record StateChange
{
    /// <summary>A resource was added.</summary>
    public sealed record Added(ResourceKind Kind, Guid Account, Guid Uuid, string Json) : StateChange;

    /// <summary>A resource was changed to this JSON.</summary>
    public sealed record Updated(ResourceKind Kind, Guid Account, Guid Uuid, string Json) : StateChange;

    /// <summary>A resource was deleted.</summary>
    public sealed record Deleted(ResourceKind Kind, Guid Account, Guid Uuid) : StateChange;

    /// <summary>A reset replaced all accounts.</summary>
    public sealed record Replaced(IReadOnlyList<AccountState> Accounts) : StateChange;

    /// <summary>An account was added.</summary>
    public sealed record AccountAdded(AccountState Account) : StateChange;

    /// <summary>The properties of an account's login that differ from the defaults were changed to this JSON.</summary>
    public sealed record LoginUpdated(Guid Account, string Json) : StateChange;

    /// <summary>The offset of the clock was changed.</summary>
    public sealed record ClockMoved(TimeSpan Offset) : StateChange;
}
