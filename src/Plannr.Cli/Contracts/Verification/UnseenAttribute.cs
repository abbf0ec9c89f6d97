namespace Plannr.Cli.Contracts.Verification;

/// <summary>An optional property of the contract that no response has.</summary>
/// <param name="Operation">The operation's <c>operationId</c>.</param>
/// <param name="Place">The JSON path.</param>
/// <param name="Line">The line in the contract.</param>
internal sealed record UnseenAttribute(string Operation, string Place, int Line);
