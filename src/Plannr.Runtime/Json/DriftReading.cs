using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>Finds who reports the differences from the contract of the JSON that a reader reads.</summary>
internal static class DriftReading
{
    /// <summary>Returns the collector of the reader's differences; null if nobody is told of them.</summary>
    public static DriftCollector? Drift(this JsonReader reader) => (reader as IDriftReader)?.Drift;
}
