namespace Plannr.Sandbox.Journal;

/// <summary>Starts the records of requests.</summary>
/// <param name="journal">The journal.</param>
/// <param name="mask">Replaces secrets.</param>
/// <param name="clock">The sandbox's clock.</param>
/// <param name="timeProvider">The clock of durations.</param>
internal sealed class JournalWriter(RequestJournal journal, SecretMask mask, TimeProvider clock, TimeProvider timeProvider)
{
    /// <param name="request">The request.</param>
    /// <param name="operation">The operationId of the contract; null for none.</param>
    public RequestRecord Start(HttpRequest request, string? operation) => new(journal, mask, clock, timeProvider, request, operation);
}
