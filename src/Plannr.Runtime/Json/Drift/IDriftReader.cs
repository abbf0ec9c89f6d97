namespace Plannr.Runtime.Json.Drift;

/// <summary>A reader of a response whose differences from the contract are reported.</summary>
internal interface IDriftReader
{
    DriftCollector? Drift { get; }
}
