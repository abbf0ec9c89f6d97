namespace Plannr.Cli.Contracts.Verification;

/// <summary>A difference between a response and the contract. It contains no value of the response.</summary>
/// <param name="Operation">The operation's <c>operationId</c>.</param>
/// <param name="Kind">The way in which the response differs.</param>
/// <param name="Place">The JSON path of the property, with <c>[*]</c> for any element and <c>.*</c> for any name of a map; or the header, or the status.</param>
/// <param name="Line">The line in the contract that the response differs from.</param>
/// <param name="Expected">A phrase that describes what the contract expects.</param>
internal sealed record Drift(string Operation, DriftKind Kind, string Place, int Line, string Expected);
