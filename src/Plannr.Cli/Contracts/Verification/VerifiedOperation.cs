namespace Plannr.Cli.Contracts.Verification;

/// <summary>The result of verifying an operation.</summary>
/// <param name="Id">The operation's <c>operationId</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path in the contract.</param>
/// <param name="Status">The status of the response; null if there is none.</param>
/// <param name="Problem">A sentence on why no success response was compared; null if one was.</param>
/// <param name="ExitCode">The exit code for the problem; 0 if there is none, or if there was no resource to call the operation with.</param>
internal sealed record VerifiedOperation(string Id, string Method, string Path, int? Status, string? Problem = null, int ExitCode = Cli.ExitCode.Done);
