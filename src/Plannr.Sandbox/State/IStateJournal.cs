namespace Plannr.Sandbox.State;

/// <summary>Saves changes of the state.</summary>
internal interface IStateJournal : IAsyncDisposable
{
    /// <summary>Appends a change. Changes are saved in the order in which they were appended.</summary>
    /// <returns>A task that completes when the change and all earlier changes are saved. It fails if the change cannot be saved.</returns>
    Task Append(StateChange change);

    /// <summary>Sets the callback that restores the saved state after a change could not be saved.</summary>
    /// <param name="restore">The callback. Its argument reads the saved state and discards all changes that were appended before; it returns null if the
    /// state cannot be read. No change may be appended while the argument runs.</param>
    void OnLoss(Action<Func<KeptState?>> restore);
}
