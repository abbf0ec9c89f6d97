namespace Plannr.Sandbox.Journal;

/// <summary>Creates records of requests.</summary>
/// <param name="journal">The journal.</param>
/// <param name="mask">Replaces secrets.</param>
/// <param name="clock">The sandbox's clock.</param>
/// <param name="timeProvider">The clock of durations.</param>
internal sealed class JournalWriter(RequestJournal journal, SecretMask mask, TimeProvider clock, TimeProvider timeProvider)
{
    /// <summary>Starts the record of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">The operationId; null if the contract has no operation for the request.</param>
    public RequestRecord Start(HttpRequest request, string? operation) => new(journal, mask, clock, timeProvider, request, operation);
}
