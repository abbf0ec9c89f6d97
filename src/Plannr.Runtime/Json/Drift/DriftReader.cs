using Newtonsoft.Json;

namespace Plannr.Runtime.Json.Drift;

/// <summary>Reads the body of a response whose differences from the contract are reported.</summary>
/// <param name="text">The JSON.</param>
/// <param name="report">Receives the differences.</param>
internal class DriftReader(TextReader text, DriftReport report) : JsonTextReader(text), IDriftReader
{
    // Created on first use, because most bodies match the contract.
    private DriftCollector? _drift;

    public DriftCollector? Drift => _drift ??= report.IsObserved ? new DriftCollector(report) : null;
}
