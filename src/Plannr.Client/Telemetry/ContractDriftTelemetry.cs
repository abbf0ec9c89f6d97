using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Plannr.Generated;

namespace Plannr.Client.Telemetry;

/// <summary>
/// Counts the places in which responses differ from the contract, and logs each of them once in a process. Both contain names and no
/// values. A server can send any number of names, so only the first of them are kept, and all others have the same one.
/// </summary>
/// <param name="mostPlaces">The maximum number of places with names of their own.</param>
internal sealed class ContractDriftTelemetry(int mostPlaces)
{
    /// <summary>The name of all places beyond the maximum.</summary>
    public const string OtherPlaces = "(other)";

    private const int MostPlaces = 200;

    private static readonly Counter<long> Counter = CallTelemetry.Meter.CreateCounter<long>(
        "plannr.client.contract.drift", "{response}", "Responses that differ from the contract, by operation, kind and attribute.");

    private readonly HashSet<(string Operation, ContractDriftKind Kind, string Place)> _known = [];
    private bool _isFull;

    /// <summary>Gets the telemetry of the process.</summary>
    public static ContractDriftTelemetry Shared { get; } = new(MostPlaces);

    /// <summary>Creates the function that is told of the differences; null if the options turn it off.</summary>
    public static Action<ContractDrift>? Observer(PlannrClientOptions options, ILogger logger)
        => options.ReportsContractDrift ? drift => options.DriftTelemetry.Report(drift, logger) : null;

    public void Report(ContractDrift drift, ILogger logger)
    {
        var (isNew, isKept, isLast) = Keep(drift);
        var place = isKept ? drift.Place : OtherPlaces;
        if (Counter.Enabled)
        {
            Counter.Add(1, new TagList
            {
                { "plannr.operation", drift.Operation },
                { "plannr.contract.kind", NameOf(drift.Kind) },
                { "plannr.contract.attribute", place },
            });
        }

        if (isNew)
        {
            Log.Drifted(logger, drift.Operation, NameOf(drift.Kind), place);
        }

        if (isLast)
        {
            Log.DriftsNoLongerLogged(logger, mostPlaces);
        }
    }

    private (bool IsNew, bool IsKept, bool IsLast) Keep(ContractDrift drift)
    {
        var key = (drift.Operation, drift.Kind, drift.Place);
        lock (_known)
        {
            if (_known.Contains(key))
            {
                return (false, true, false);
            }

            if (_known.Count < mostPlaces)
            {
                _known.Add(key);
                return (true, true, false);
            }

            var isLast = !_isFull;
            _isFull = true;
            return (false, false, isLast);
        }
    }

    private static string NameOf(ContractDriftKind kind) => kind switch
    {
        ContractDriftKind.UnknownAttribute => "unknown_attribute",
        ContractDriftKind.MissingAttribute => "missing_attribute",
        ContractDriftKind.InvalidValue => "invalid_value",
        ContractDriftKind.UnknownValue => "unknown_value",
        ContractDriftKind.UndocumentedStatus => "undocumented_status",
        _ => "invalid_body",
    };
}
