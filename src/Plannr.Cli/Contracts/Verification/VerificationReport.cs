namespace Plannr.Cli.Contracts.Verification;

/// <summary>The differences between the responses of a server and the contract.</summary>
/// <param name="Server">The server.</param>
/// <param name="ContractVersion">The version of the contract.</param>
/// <param name="Operations">The operations, in the order of the contract.</param>
/// <param name="Drifts">The differences.</param>
/// <param name="Unseen">The optional properties of the contract that no response has.</param>
internal sealed record VerificationReport(
    Uri Server,
    string ContractVersion,
    IReadOnlyList<VerifiedOperation> Operations,
    IReadOnlyList<Drift> Drifts,
    IReadOnlyList<UnseenAttribute> Unseen)
{
    /// <summary>Gets the exit code: 1 if there are differences, or else that of the first operation that could not be called.</summary>
    public int ExitCode => Drifts.Count > 0 ? Cli.ExitCode.Failed : Operations.Select(o => o.ExitCode).FirstOrDefault(c => c != Cli.ExitCode.Done);
}
