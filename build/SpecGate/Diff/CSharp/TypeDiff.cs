using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>Compares the types of two models.</summary>
internal sealed class TypeDiff(TypeIndex old, TypeIndex now, IReadOnlyDictionary<string, string> renames, CSharpChanges changes)
{
    private readonly TypeNames _oldNames = new(renames);

    public void Compare()
    {
        foreach (var type in old.All)
        {
            if (now.Find(_oldNames.Of(type.Name)) is not { } current)
            {
                changes.Add("type-removed", Impact.Breaking, type.Name, "The type was removed.", type.At);
                continue;
            }

            if (current.Name != type.Name)
            {
                changes.Add("type-renamed", Impact.Breaking, type.Name, $"The type was renamed to {current.Name}.", current.At);
            }

            Compare(type, current);
        }

        var known = old.All.Select(t => _oldNames.Of(t.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var added in now.All.Where(t => !known.Contains(t.Name)))
        {
            changes.Add("type-added", Impact.Compatible, added.Name, "The type was added.", added.At);
        }
    }

    private void Compare(TypeDefinition before, TypeDefinition after)
    {
        changes.AddDeprecation(after.Name, before.IsDeprecated, after.IsDeprecated, after.At);
        switch (before, after)
        {
            case (ClassModel from, ClassModel to):
                CompareBase(from, to);
                CompareProperties(from, to);
                break;
            case (EnumerationModel from, EnumerationModel to):
                CompareEnumeration(from, to);
                break;
            case (UnionModel from, UnionModel to):
                CompareUnion(from, to);
                break;
            default:
                changes.Add("type-kind-changed", Impact.Breaking, after.Name, $"The type changed from {Kind(before)} to {Kind(after)}.", after.At);
                break;
        }
    }

    private static string Kind(TypeDefinition type) => type switch
    {
        ClassModel => "a class",
        EnumerationModel => "an enumeration",
        _ => "a union",
    };

    private void CompareBase(ClassModel before, ClassModel after)
    {
        var (from, to) = (before.Base is null ? null : _oldNames.Of(before.Base), after.Base);
        if (from != to)
        {
            // An additional class between the two does not affect existing code.
            var isStillBase = from is null || now.Ancestors(after).Any(a => a.Name == from);
            changes.Add("base-class-changed", isStillBase ? Impact.Compatible : Impact.Breaking, after.Name, $"The base class changed from {from ?? "none"} to {to ?? "none"}.", after.At);
        }
    }

    private void CompareProperties(ClassModel before, ClassModel after)
    {
        foreach (var property in before.Properties)
        {
            var where = $"{after.Name}.{property.Name}";
            if (now.Property(after, property.Name) is not { } current)
            {
                changes.Add("property-removed", Impact.Breaking, where, "The property was removed.", property.At);
                continue;
            }

            changes.AddDeprecation(where, property.IsDeprecated, current.IsDeprecated, current.At);
            CompareTypes("property", where, new TypeUse(property.Type, property.IsNullable), new TypeUse(current.Type, current.IsNullable), current.At);
        }

        foreach (var added in after.Properties.Where(p => old.Property(before, p.Name) is null))
        {
            changes.Add("property-added", Impact.Compatible, $"{after.Name}.{added.Name}", "The property was added.", added.At);
        }

        var (kept, keeps) = (old.KeepsOthers(before), now.KeepsOthers(after));
        if (kept != keeps)
        {
            changes.Add(keeps ? "property-added" : "property-removed", keeps ? Impact.Compatible : Impact.Breaking, $"{after.Name}.AdditionalProperties", $"The property was {(keeps ? "added" : "removed")}.", after.At);
        }
    }

    private void CompareTypes(string what, string where, TypeUse before, TypeUse after, ContractPlace at)
    {
        var (from, to) = (before.Of(_oldNames), after.Of(TypeNames.Unchanged));
        if (from != to)
        {
            // If the types differ only in the nullability of references, only the compiler's warnings change.
            var isAnnotation = before.Erased(_oldNames) == after.Erased(TypeNames.Unchanged);
            changes.Add($"{what}-{(isAnnotation ? "nullability" : "type")}-changed", isAnnotation ? Impact.Risky : Impact.Breaking, where, $"The type changed from {from} to {to}.", at);
        }
    }

    private void CompareEnumeration(EnumerationModel before, EnumerationModel after)
    {
        if (before.Value != after.Value)
        {
            changes.Add("enumeration-type-changed", Impact.Breaking, after.Name, $"The type of the values changed from {before.Value.CSharpName} to {after.Value.CSharpName}.", after.At);
            return;
        }

        var members = after.Members.ToDictionary(m => m.Name, StringComparer.Ordinal);
        foreach (var member in before.Members)
        {
            var where = $"{after.Name}.{member.Name}";
            if (!members.Remove(member.Name, out var current))
            {
                changes.Add("enumeration-member-removed", Impact.Breaking, where, "The member was removed.", member.At);
            }
            else if (current.Value != member.Value)
            {
                changes.Add("enumeration-member-value-changed", Impact.Breaking, where, $"The value changed from '{member.Value}' to '{current.Value}'; existing code still compiles, but has another meaning.", current.At);
            }
        }

        foreach (var added in members.Values)
        {
            changes.Add("enumeration-member-added", Impact.Compatible, $"{after.Name}.{added.Name}", "The member was added.", added.At);
        }
    }

    private void CompareUnion(UnionModel before, UnionModel after)
    {
        var alternatives = after.Alternatives.ToDictionary(a => a.Label, StringComparer.Ordinal);
        foreach (var alternative in before.Alternatives)
        {
            // The method is named after its type, so it is renamed with the type.
            var label = alternatives.ContainsKey(alternative.Label) ? alternative.Label : _oldNames.Of(alternative.Label);
            var where = $"{after.Name}.As{alternative.Label}";
            if (!alternatives.Remove(label, out var current))
            {
                changes.Add("alternative-removed", Impact.Breaking, where, "The alternative was removed.", alternative.At);
                continue;
            }

            if (label != alternative.Label)
            {
                changes.Add("alternative-renamed", Impact.Breaking, where, $"The method was renamed to As{label}.", current.At);
            }

            CompareTypes("alternative", where, new TypeUse(alternative.Type, false), new TypeUse(current.Type, false), current.At);
        }

        foreach (var added in alternatives.Values)
        {
            changes.Add("alternative-added", Impact.Compatible, $"{after.Name}.As{added.Label}", "The alternative was added.", added.At);
        }
    }
}
