namespace Plannr.Runtime.Json.Drift;

/// <summary>
/// Reads the body of an error. A string in place of a list is read as a list of one element, because some APIs send a single message of
/// a field as a string, and several messages as a list. The bodies of other responses must match the contract.
/// </summary>
/// <param name="text">The JSON.</param>
/// <param name="report">Receives the differences from the contract.</param>
internal sealed class ErrorReader(TextReader text, DriftReport report) : DriftReader(text, report);
