namespace Plannr.Sandbox.State;

/// <summary>Saves changes of the state.</summary>
internal interface IStateJournal : IAsyncDisposable
{
    /// <summary>Appends a change. Changes are saved in the order in which they were appended.</summary>
    /// <returns>A task that completes when the change and all earlier changes are saved.</returns>
    Task Append(StateChange change);
}
