namespace Plannr.Runtime.Json;

/// <summary>
/// Reads the body of an error. A text in place of a list is read as a list of one: some APIs send one message of a field as a text,
/// and several as a list. The bodies of other responses must match the contract.
/// </summary>
/// <param name="text">The JSON.</param>
/// <param name="report">Whom to tell of differences from the contract.</param>
internal sealed class ErrorReader(TextReader text, DriftReport report) : DriftReader(text, report);
