namespace Plannr.Cli.Contracts.Verification;

/// <summary>What came of an operation.</summary>
/// <param name="Id">The operation's <c>operationId</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, as the contract writes it.</param>
/// <param name="Status">The status of the response; null if there is none.</param>
/// <param name="Problem">Why no success was compared, as a sentence; null if one was.</param>
/// <param name="ExitCode">The exit code that stands for the problem; 0 for none, and for an operation that there is nothing to call with.</param>
internal sealed record VerifiedOperation(string Id, string Method, string Path, int? Status, string? Problem = null, int ExitCode = Cli.ExitCode.Done);
