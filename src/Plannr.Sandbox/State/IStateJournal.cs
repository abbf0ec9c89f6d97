namespace Plannr.Sandbox.State;

/// <summary>Keeps changes of the state.</summary>
internal interface IStateJournal : IAsyncDisposable
{
    /// <summary>Takes a change; changes are written in the order in which they are taken.</summary>
    /// <returns>A task that ends when the change, and all before it, cannot be lost any more. It fails if the change was not written.</returns>
    Task Append(StateChange change);

    /// <summary>Sets what returns to the kept state after a change that was not written. No change may be appended while it calls its argument.</summary>
    /// <param name="restore">Its argument returns the kept state, without the changes that were appended until then; it returns null if the state cannot be read.</param>
    void OnLoss(Action<Func<KeptState?>> restore);
}
