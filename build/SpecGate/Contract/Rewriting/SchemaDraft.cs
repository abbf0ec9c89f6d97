using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>A schema that is being rewritten. An added key has the position of the key that caused it, for findings.</summary>
internal sealed class SchemaDraft(SourceMap schema, SourceFile file, Findings findings, List<Rewrite> rewrites)
{
    private List<SourceEntry>? _changed;

    public IReadOnlyList<SourceEntry> Entries => _changed ?? schema.Entries;

    public SourceNode? this[string key] => Entry(key)?.Value;

    /// <summary>Gets whether the schema is composed of other schemas.</summary>
    public bool IsComposed => Has("allOf") || Has("oneOf") || Has("anyOf");

    public SourceEntry? Entry(string key) => _changed is null ? schema.Entry(key) : _changed.FirstOrDefault(e => e.Key.Text == key);

    public bool Has(string key) => Entry(key) is not null;

    public string? Text(string key) => (this[key] as SourceScalar)?.Text;

    public IReadOnlyList<SourceNode> List(string key) => (this[key] as SourceList)?.Items ?? [];

    /// <summary>Returns the types that the schema names, or an empty list if it allows every type.</summary>
    public IReadOnlyList<string> Types()
        => this["type"] switch
        {
            SourceScalar type => [type.Text],
            SourceList types => [.. types.Items.OfType<SourceScalar>().Select(t => t.Text).Distinct(StringComparer.Ordinal)],
            _ => [],
        };

    /// <summary>Sets the value of a key. An existing key keeps its place.</summary>
    public void Set(string key, SourceNode value, Mark at)
    {
        var entries = Changed();
        var index = entries.FindIndex(e => e.Key.Text == key);
        if (index >= 0)
        {
            entries[index] = entries[index] with { Value = value };
        }
        else
        {
            entries.Add(new SourceEntry(new SourceScalar(key, IsQuoted: false, at), value));
        }
    }

    public void Set(string key, string value, Mark at) => Set(key, new SourceScalar(value, IsQuoted: false, at), at);

    public void Remove(string key)
    {
        if (Has(key))
        {
            Changed().RemoveAll(e => e.Key.Text == key);
        }
    }

    public void AllowNull(Mark at) => Set("nullable", "true", at);

    /// <summary>Records how a keyword is read.</summary>
    public void Explain(Mark at, string message) => rewrites.Add(new Rewrite(file.Path, at, message));

    /// <summary>Adds a finding.</summary>
    public void Find(Rule rule, Mark at, string message) => findings.Add(rule, file.Path, at, message);

    /// <summary>Returns the rewritten schema.</summary>
    public SourceMap ToSchema() => _changed is null ? schema : new SourceMap(_changed, schema.Start);

    private List<SourceEntry> Changed() => _changed ??= [.. schema.Entries];
}
