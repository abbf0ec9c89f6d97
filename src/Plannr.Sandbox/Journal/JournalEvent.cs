namespace Plannr.Sandbox.Journal;

/// <summary>A change of the journal.</summary>
internal abstract record JournalEvent
{
    /// <summary>A request was added.</summary>
    public sealed record Received(SandboxRequest Request) : JournalEvent;

    /// <summary>An e-mail was added.</summary>
    public sealed record Sent(SandboxEmail Email) : JournalEvent;

    /// <summary>The journal was cleared.</summary>
    public sealed record Cleared : JournalEvent;
}
