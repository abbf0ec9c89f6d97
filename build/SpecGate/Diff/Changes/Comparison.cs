using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Changes;

/// <summary>Two contracts, and the changes found so far.</summary>
internal sealed class Comparison(OpenApiContract old, OpenApiContract now)
{
    private readonly List<Change> _changes = [];

    public OpenApiContract Old => old;

    public OpenApiContract New => now;

    /// <summary>Gets the changes, first for callers and then for C#, each sorted by impact, the most severe first.</summary>
    public IReadOnlyList<Change> Changes
        => [.. _changes.Distinct().OrderBy(c => c.Audience).ThenByDescending(c => c.Impact).ThenBy(c => c.Where, StringComparer.Ordinal).ThenBy(c => c.Message, StringComparer.Ordinal)];

    /// <summary>Adds a change that callers of the API can see.</summary>
    public void Add(string id, Impact impact, string where, string message, SourceFile file, SourceNode at)
        => _changes.Add(new Change(id, Audience.Callers, impact, where, message, file.Path, at.Start));

    /// <summary>Adds the changes of the generated C#.</summary>
    public void Add(IEnumerable<Change> changes) => _changes.AddRange(changes);
}
