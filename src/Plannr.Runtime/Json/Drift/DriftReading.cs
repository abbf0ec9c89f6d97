using Newtonsoft.Json;

namespace Plannr.Runtime.Json.Drift;

/// <summary>Provides the collector of a reader.</summary>
internal static class DriftReading
{
    /// <summary>Returns the collector of the differences from the contract that the reader finds. Null if they are not observed.</summary>
    public static DriftCollector? Drift(this JsonReader reader) => (reader as IDriftReader)?.Drift;
}
