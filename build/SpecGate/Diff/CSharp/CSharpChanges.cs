using Plannr.SpecGate.Model;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>The changes of the generated C#, as they are found.</summary>
internal sealed class CSharpChanges
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> All => _changes;

    public void Add(string id, Impact impact, string where, string message, ContractPlace at)
        => _changes.Add(new Change(id, Audience.CSharp, impact, where, message, at.File, at.Mark));

    /// <summary>Adds a change of what the compiler warns of.</summary>
    public void AddDeprecation(string where, bool was, bool isNow, ContractPlace at)
    {
        if (was != isNow)
        {
            Add(isNow ? "became-obsolete" : "no-longer-obsolete", isNow ? Impact.Risky : Impact.Compatible, where, isNow ? "It is obsolete now; the compiler warns code that uses it." : "It is no longer obsolete.", at);
        }
    }
}
