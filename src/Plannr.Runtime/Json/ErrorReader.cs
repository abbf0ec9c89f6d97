using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>
/// Reads the body of an error. Where the contract has a list, it may have a single text, which is read as a list of one: some APIs
/// document a list for the messages of a field, and send a text if there is only one. The bodies of other responses must match the contract.
/// </summary>
/// <param name="text">The JSON.</param>
internal sealed class ErrorReader(TextReader text) : JsonTextReader(text);
