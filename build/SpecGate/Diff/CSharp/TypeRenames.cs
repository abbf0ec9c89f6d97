using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Definitions;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>Finds types that were renamed and not changed otherwise.</summary>
internal static class TypeRenames
{
    /// <returns>The new name of each renamed type, by its old name.</returns>
    public static Dictionary<string, string> Find(TypeIndex old, TypeIndex now)
    {
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        var removed = old.All.Where(t => now.Find(t.Name) is null).ToList();
        var added = now.All.Where(t => old.Find(t.Name) is null).ToList();
        // A renamed type may contain other renamed types, so the search is repeated until it finds no more.
        for (var found = true; found;)
        {
            found = false;
            var names = new TypeNames(renames);
            foreach (var type in removed.ToArray())
            {
                if (added.Find(a => Shape(a, TypeNames.Unchanged) == Shape(type, names)) is { } renamed)
                {
                    renames.Add(type.Name, renamed.Name);
                    removed.Remove(type);
                    added.Remove(renamed);
                    found = true;
                }
            }
        }

        return renames;
    }

    // The members of a type, with a placeholder for its own name.
    private static string Shape(TypeDefinition type, TypeNames known)
    {
        var names = known.With(type.Name, "·");
        return type switch
        {
            ClassModel model => $"class {(model.Base is null ? null : known.Of(model.Base))} {model.KeepsOthers} {string.Join(';', model.Properties.Select(p => $"{p.Name} {new TypeUse(p.Type, p.IsNullable).Of(names)}"))}",
            EnumerationModel enumeration => $"enum {enumeration.Value.CSharpName} {string.Join(';', enumeration.Members.Select(m => $"{m.Name}={m.Value}"))}",
            UnionModel union => $"union {string.Join(';', union.Alternatives.Select(a => $"{a.Label} {names.Of(a.Type)}"))}",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
    }
}
