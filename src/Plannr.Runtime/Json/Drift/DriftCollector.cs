using Newtonsoft.Json;
using Plannr.Generated;

namespace Plannr.Runtime.Json.Drift;

/// <summary>
/// Reports the differences between one response and the contract. Each difference is reported once, and at most 64 are reported. The
/// formats detect them while they read, so a response that matches the contract costs only null checks.
/// </summary>
/// <param name="report">Receives the differences.</param>
internal sealed class DriftCollector(DriftReport report)
{
    private const int MaxPlaces = 64;

    private HashSet<(ContractDriftKind Kind, string Place)>? _known;
    // A bit for each depth at which the contract has a map, whose property names are data.
    private ulong _maps;
    private int _emptyNames;

    /// <summary>Enters a map, whose property names are data and are not reported.</summary>
    /// <param name="depth">The depth of the map's JSON object.</param>
    public void EnterMap(int depth) => _maps |= Bit(depth);

    public void LeaveMap(int depth) => _maps &= ~Bit(depth);

    /// <summary>Enters the value of a property with an empty name, which the reader omits at the start of a path.</summary>
    public void EnterEmptyName() => _emptyNames++;

    public void LeaveEmptyName() => _emptyNames--;

    /// <summary>Reports the property or value at the reader's position.</summary>
    public void Add(ContractDriftKind kind, JsonReader reader) => Add(kind, reader.Path);

    /// <summary>Reports a property that the contract does not name.</summary>
    /// <param name="reader">The reader, positioned at the name.</param>
    /// <param name="name">The name.</param>
    public void AddUnknown(JsonReader reader, string name)
        => Add(ContractDriftKind.UnknownProperty, name.Length > 0 ? reader.Path : reader.Path + "['']");

    /// <summary>Reports that the JSON cannot be read.</summary>
    /// <param name="path">The path at which reading failed. Null or empty if nothing was read.</param>
    public void AddUnreadable(string? path)
        => Add(string.IsNullOrEmpty(path) ? ContractDriftKind.InvalidBody : ContractDriftKind.InvalidValue, path ?? "");

    /// <summary>Reports a property of the object that the reader has just read.</summary>
    public void Add(ContractDriftKind kind, JsonReader reader, string property)
        => Add(kind, reader.Path.Length == 0 ? property : reader.Path + "." + property);

    /// <summary>Reports a place, unless it was reported before.</summary>
    /// <param name="kind">The kind of the difference.</param>
    /// <param name="path">The path, in the notation of Newtonsoft.Json.</param>
    public void Add(ContractDriftKind kind, string path)
    {
        if (_known?.Count >= MaxPlaces)
        {
            return;
        }

        var place = DriftPath.Of(string.Concat(Enumerable.Repeat("[''].", _emptyNames)) + path, segment => (_maps & Bit(segment)) != 0);
        if ((_known ??= []).Add((kind, place)))
        {
            report.Add(kind, place);
        }
    }

    // The readers do not read JSON with more than 64 levels, so each depth has its own bit.
    private static ulong Bit(int depth) => 1UL << depth;
}
