using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>
/// Reads the body of an error. A text in place of a list is read as a list of one: some APIs send one message of a field as a text,
/// and several as a list. The bodies of other responses must match the contract.
/// </summary>
/// <param name="text">The JSON.</param>
/// <param name="drift">Collects the differences from the contract; null if nobody is told of them.</param>
internal sealed class ErrorReader(TextReader text, DriftCollector? drift) : JsonTextReader(text), IDriftReader
{
    public DriftCollector? Drift => drift;
}
