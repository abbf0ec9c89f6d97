using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>Collects the changes of the generated C#.</summary>
internal sealed class CSharpChanges
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> All => _changes;

    public void Add(string id, Impact impact, string where, string message, ContractPlace at)
        => _changes.Add(new Change(id, Audience.CSharp, impact, where, message, at.File, at.Mark));

    /// <summary>Adds a change if something became obsolete or is no longer obsolete.</summary>
    public void AddDeprecation(string where, bool was, bool isNow, ContractPlace at)
    {
        if (was != isNow)
        {
            Add(isNow ? "became-obsolete" : "no-longer-obsolete", isNow ? Impact.Risky : Impact.Compatible, where, isNow ? "It is now obsolete; the compiler warns about its use." : "It is no longer obsolete.", at);
        }
    }
}
