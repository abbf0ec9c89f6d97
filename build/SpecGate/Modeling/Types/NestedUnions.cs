using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Modeling.Types;

/// <summary>
/// Finds unions that are alternatives of other unions. An enumeration in a nested union must not match unknown values, because they
/// may belong to another alternative of the outer union.
/// </summary>
internal static class NestedUnions
{
    /// <summary>Returns the types, with the enumerations of nested unions limited to their known values.</summary>
    public static IReadOnlyList<TypeDefinition> Limit(IReadOnlyList<TypeDefinition> types)
    {
        var unions = types.OfType<UnionModel>().ToDictionary(u => u.Name, StringComparer.Ordinal);
        var limited = new HashSet<string>(StringComparer.Ordinal);
        var nested = new Queue<string>(unions.Values.Where(u => u.Alternatives.Count > 1).SelectMany(Within));
        while (nested.TryDequeue(out var name))
        {
            if (limited.Add(name))
            {
                Within(unions[name]).ToList().ForEach(nested.Enqueue);
            }
        }

        return [.. types.Select(t => t is UnionModel union && limited.Contains(union.Name) ? Limit(union) : t)];
    }

    private static UnionModel Limit(UnionModel union) => union with { Alternatives = [.. union.Alternatives.Select(a => a with { Known = a.Enumerated })] };

    private static IEnumerable<string> Within(UnionModel union) => union.Alternatives.Select(a => Element(a.Type)).OfType<UnionType>().Select(t => t.Name);

    // The innermost element of lists and dictionaries.
    private static TypeModel Element(TypeModel type) => type switch
    {
        ListType list => Element(list.Item),
        MapType map => Element(map.Value),
        _ => type,
    };
}
