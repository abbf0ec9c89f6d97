using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>Two contracts, and the differences found so far.</summary>
internal sealed class Comparison(OpenApiContract old, OpenApiContract now)
{
    private readonly List<Change> _changes = [];

    public OpenApiContract Old => old;

    public OpenApiContract New => now;

    /// <summary>The changes, the gravest first.</summary>
    public IReadOnlyList<Change> Changes
        => [.. _changes.Distinct().OrderByDescending(c => c.Callers).ThenByDescending(c => c.CSharp).ThenBy(c => c.Where, StringComparer.Ordinal).ThenBy(c => c.Message, StringComparer.Ordinal)];

    public void Add(string id, Impact callers, Impact cSharp, string where, string message, SourceFile file, SourceNode at)
    {
        // A name of a schema that nothing is generated of, for example, is of no interest to anyone.
        if (callers != Impact.None || cSharp != Impact.None)
        {
            _changes.Add(new Change(id, callers, cSharp, where, message, file.Path, at.Start));
        }
    }
}
