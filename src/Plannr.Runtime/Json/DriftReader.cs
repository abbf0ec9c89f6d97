using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>Reads the body of a response whose differences from the contract are reported.</summary>
/// <param name="text">The JSON.</param>
/// <param name="drift">Collects the differences.</param>
internal sealed class DriftReader(TextReader text, DriftCollector drift) : JsonTextReader(text), IDriftReader
{
    public DriftCollector? Drift => drift;
}
