namespace Plannr.SpecGate.Source;

/// <summary>A place in a document; lines and columns count from 1.</summary>
internal readonly record struct Mark(int Line, int Column);

/// <summary>A value of a YAML or JSON document that knows where it stands.</summary>
internal abstract record SourceNode(Mark Start);

internal sealed record SourceScalar(string Text, bool IsQuoted, Mark Start) : SourceNode(Start);

internal sealed record SourceList(IReadOnlyList<SourceNode> Items, Mark Start) : SourceNode(Start);

internal sealed record SourceEntry(SourceScalar Key, SourceNode Value);

internal sealed record SourceMap(IReadOnlyList<SourceEntry> Entries, Mark Start) : SourceNode(Start)
{
    public SourceNode? this[string key] => Entry(key)?.Value;

    /// <summary>The reference that the map stands for, if it is one.</summary>
    public string? Reference => Text("$ref");

    public SourceEntry? Entry(string key) => Entries.FirstOrDefault(e => e.Key.Text == key);

    public bool Has(string key) => Entry(key) is not null;

    public SourceMap? Map(string key) => this[key] as SourceMap;

    public string? Text(string key) => (this[key] as SourceScalar)?.Text;

    public IEnumerable<SourceNode> List(string key) => (this[key] as SourceList)?.Items ?? [];
}
