namespace Plannr.Sandbox.State;

/// <summary>Does not save changes: the state is lost at the end of the process.</summary>
internal sealed class MemoryJournal : IStateJournal
{
    public Task Append(StateChange change) => Task.CompletedTask;

    public void OnLoss(Action<Func<KeptState?>> restore)
    {
        // Nothing can be lost.
    }

    public ValueTask DisposeAsync() => default;
}
