using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Plannr.Generated;

namespace Plannr.Client.Telemetry;

/// <summary>
/// Counts the places in which responses differ from the contract, and logs each place once in a process. Both contain names and no
/// values. Because a server can send any number of names, the places beyond a maximum are all reported as
/// <see cref="OtherPlaces"/>.
/// </summary>
/// <param name="maxPlaces">The maximum number of places that are reported by name.</param>
internal sealed class ContractDriftTelemetry(int maxPlaces)
{
    /// <summary>The name of the places beyond the maximum.</summary>
    public const string OtherPlaces = "(other)";

    private const int MaxPlaces = 200;

    private static readonly Counter<long> Counter = CallTelemetry.Meter.CreateCounter<long>(
        "plannr.client.contract.drift", "{response}", "Responses that differ from the contract, by operation, kind and property.");

    private readonly HashSet<(string Operation, ContractDriftKind Kind, string Place)> _known = [];
    private bool _isFull;

    /// <summary>Gets the instance that the process shares.</summary>
    public static ContractDriftTelemetry Shared { get; } = new(MaxPlaces);

    /// <summary>Creates the observer of contract drift. Null if the options disable it.</summary>
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
                { "plannr.contract.property", place },
            });
        }

        if (isNew)
        {
            Log.Drifted(logger, drift.Operation, NameOf(drift.Kind), place);
        }

        if (isLast)
        {
            Log.DriftsNoLongerLogged(logger, maxPlaces);
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

            if (_known.Count < maxPlaces)
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
        ContractDriftKind.UnknownProperty => "unknown_property",
        ContractDriftKind.MissingProperty => "missing_property",
        ContractDriftKind.InvalidValue => "invalid_value",
        ContractDriftKind.UnknownValue => "unknown_value",
        ContractDriftKind.UndocumentedStatus => "undocumented_status",
        _ => "invalid_body",
    };
}
