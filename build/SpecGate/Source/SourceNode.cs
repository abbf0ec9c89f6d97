using System.Runtime.CompilerServices;

namespace Plannr.SpecGate.Source;

/// <summary>A position in a document. Lines and columns start at 1.</summary>
internal readonly record struct Mark(int Line, int Column);

/// <summary>A value of a YAML or JSON document, with its position.</summary>
internal abstract record SourceNode(Mark Start);

internal sealed record SourceScalar(string Text, bool IsQuoted, Mark Start) : SourceNode(Start);

internal sealed record SourceList(IReadOnlyList<SourceNode> Items, Mark Start) : SourceNode(Start)
{
    public bool Equals(SourceList? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

internal sealed record SourceEntry(SourceScalar Key, SourceNode Value);

internal sealed record SourceMap(IReadOnlyList<SourceEntry> Entries, Mark Start) : SourceNode(Start)
{
    // Smaller maps are searched linearly, which is as fast.
    private const int IndexedSize = 16;

    private IReadOnlyList<SourceEntry> _entries = Entries;

    // The index, with the entries that it was built from: a copy of this map may have other entries.
    private (IReadOnlyList<SourceEntry> Entries, Dictionary<string, SourceEntry> ByKey)? _index;

    public IReadOnlyList<SourceEntry> Entries { get => _entries; init => _entries = value; }

    /// <summary>Creates a map that is not part of a document.</summary>
    public static SourceMap Of(params (string Key, string Value)[] entries)
        => new([.. entries.Select(e => new SourceEntry(new SourceScalar(e.Key, false, default), new SourceScalar(e.Value, false, default)))], default);

    public SourceNode? this[string key] => Entry(key)?.Value;

    /// <summary>Gets the value of <c>$ref</c>, or null if the map is not a reference.</summary>
    public string? Reference => Text("$ref");

    public SourceEntry? Entry(string key)
        => Entries.Count < IndexedSize ? Entries.FirstOrDefault(e => e.Key.Text == key) : Index().GetValueOrDefault(key);

    public bool Has(string key) => Entry(key) is not null;

    public SourceMap? Map(string key) => this[key] as SourceMap;

    public string? Text(string key) => (this[key] as SourceScalar)?.Text;

    public IEnumerable<SourceNode> List(string key) => (this[key] as SourceList)?.Items ?? [];

    /// <summary>Replaces the entries of the map, so that later steps read corrected ones.</summary>
    public void Correct(IEnumerable<SourceEntry> entries) => _entries = [.. entries];

    // Compares by reference, because equal objects at two places are two objects.
    public bool Equals(SourceMap? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private Dictionary<string, SourceEntry> Index()
    {
        if (_index is not { } index || !ReferenceEquals(index.Entries, Entries))
        {
            var byKey = new Dictionary<string, SourceEntry>(StringComparer.Ordinal);
            foreach (var entry in Entries)
            {
                byKey.TryAdd(entry.Key.Text, entry);
            }

            _index = index = (Entries, byKey);
        }

        return index.ByKey;
    }
}
