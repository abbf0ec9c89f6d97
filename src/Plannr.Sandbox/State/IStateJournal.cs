namespace Plannr.Sandbox.State;

/// <summary>Saves changes of the state.</summary>
internal interface IStateJournal : IAsyncDisposable
{
    /// <summary>Appends a change. Changes are saved in the order in which they were appended.</summary>
    /// <returns>A task that completes when the change and all earlier changes are saved. It fails if the change cannot be saved.</returns>
    Task Append(StateChange change);

    /// <summary>Sets what returns to the kept state after a change that was not written. No change may be appended while it calls its argument.</summary>
    /// <param name="restore">Its argument returns the kept state, without the changes that were appended until then; it returns null if the state cannot be read.</param>
    void OnLoss(Action<Func<KeptState?>> restore);
}
