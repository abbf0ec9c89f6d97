namespace Plannr.Sandbox.State;

/// <summary>Keeps nothing: the state ends with the process.</summary>
internal sealed class MemoryJournal : IStateJournal
{
    public Task Append(StateChange change) => Task.CompletedTask;

    public ValueTask DisposeAsync() => default;
}
