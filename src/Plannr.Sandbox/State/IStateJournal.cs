namespace Plannr.Sandbox.State;

/// <summary>Where changes of the state are kept.</summary>
internal interface IStateJournal : IAsyncDisposable
{
    /// <summary>Takes a change; changes are written in the order in which they are taken.</summary>
    /// <returns>A task that ends when the change, and all before it, cannot be lost any more.</returns>
    Task Append(StateChange change);
}
