using Newtonsoft.Json;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>
/// Reports the differences between one response and the contract, each of them once, and at most 64. It costs nothing for a response without any but a
/// check of null: the formats find them while they read.
/// </summary>
/// <param name="report">Whom to tell.</param>
internal sealed class DriftCollector(DriftReport report)
{
    private const int MostPlaces = 64;

    private HashSet<(ContractDriftKind Kind, string Place)>? _known;
    // The depths at which the names are data, as the contract has a map there.
    private ulong _maps;

    /// <summary>Enters a map, whose names are data and are not reported.</summary>
    /// <param name="depth">The depth of the map's object.</param>
    public void EnterMap(int depth) => _maps |= Bit(depth);

    public void LeaveMap(int depth) => _maps &= ~Bit(depth);

    /// <summary>Reports the property or value that the reader is at.</summary>
    public void Add(ContractDriftKind kind, JsonReader reader) => Add(kind, reader.Path);

    /// <summary>Reports a property that the contract does not name.</summary>
    /// <param name="reader">The reader, which is at the name.</param>
    /// <param name="name">The name.</param>
    public void AddUnknown(JsonReader reader, string name)
        => Add(ContractDriftKind.UnknownAttribute, name.Length > 0 ? reader.Path : reader.Path + "['']");

    /// <summary>Reports that the JSON cannot be read.</summary>
    /// <param name="path">The path at which the reading ended; null or empty if nothing was read.</param>
    public void AddUnreadable(string? path)
        => Add(string.IsNullOrEmpty(path) ? ContractDriftKind.InvalidBody : ContractDriftKind.InvalidValue, path ?? "");

    /// <summary>Reports a property of the object that the reader has just read.</summary>
    public void Add(ContractDriftKind kind, JsonReader reader, string property)
        => Add(kind, reader.Path.Length == 0 ? property : reader.Path + "." + property);

    /// <summary>Reports a place, once.</summary>
    /// <param name="kind">The difference.</param>
    /// <param name="path">The path, as Newtonsoft writes it.</param>
    public void Add(ContractDriftKind kind, string path)
    {
        if (_known?.Count >= MostPlaces)
        {
            return;
        }

        var place = DriftPath.Of(path, segment => (_maps & Bit(segment)) != 0);
        if ((_known ??= []).Add((kind, place)))
        {
            report.Add(kind, place);
        }
    }

    // The readers refuse JSON that is nested deeper than 64 levels.
    private static ulong Bit(int depth) => depth < 64 ? 1UL << depth : 0;
}
