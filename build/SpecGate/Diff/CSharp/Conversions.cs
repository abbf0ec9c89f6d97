using Plannr.SpecGate.Model;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>Knows which types C# converts implicitly, so that code which passes the old one compiles with the new one.</summary>
/// <param name="oldNames">Spells the types of the old model.</param>
/// <param name="now">The types of the new model.</param>
internal sealed class Conversions(TypeNames oldNames, TypeIndex now)
{
    // https://learn.microsoft.com/dotnet/csharp/language-reference/builtin-types/numeric-conversions#implicit-numeric-conversions
    private static readonly HashSet<(string, string)> Numeric =
    [
        ("int", "long"), ("int", "float"), ("int", "double"), ("int", "decimal"),
        ("uint", "long"), ("uint", "ulong"), ("uint", "float"), ("uint", "double"), ("uint", "decimal"),
        ("long", "float"), ("long", "double"), ("long", "decimal"),
        ("ulong", "float"), ("ulong", "double"), ("ulong", "decimal"),
        ("float", "double"),
    ];

    /// <summary>Whether a value of the old type can be passed where the new one is wanted.</summary>
    public bool Exists(TypeUse from, TypeUse to)
    {
        var isLifted = from.IsNullable && from.Type.IsValueType;
        // A nullable struct converts to a nullable one only; Newtonsoft's JToken takes either.
        return isLifted && to.Type is not AnyType && !(to.IsNullable && to.Type.IsValueType) ? false
            : IsSame(from.Type, to.Type) || IsReference(from.Type, to.Type) || (from.Type, to.Type) switch
            {
                (PrimitiveType old, PrimitiveType current) => Numeric.Contains((old.CSharpName, current.CSharpName)),
                (PrimitiveType old, EnumerationType current) => !isLifted && old.Kind == current.Value,
                (PrimitiveType old, AnyType) => old.Kind != Primitive.Date,
                (_, UnionType union) => !isLifted && now.Find(union.Name) is UnionModel model && model.Alternatives.Any(a => a.IsConvertible && IsSame(from.Type, a.Type)),
                _ => false,
            };
    }

    private bool IsSame(TypeModel from, TypeModel to) => oldNames.Erased(from) == TypeNames.Unchanged.Erased(to);

    // To a base class, and from a sequence of the one to a sequence of the other.
    private bool IsReference(TypeModel from, TypeModel to) => (from, to) switch
    {
        (ClassType old, ClassType current) => now.Find(oldNames.Of(old.Name)) is ClassModel type && now.Ancestors(type).Any(a => a.Name == current.Name),
        (ListType old, ListType current) => IsReference(old.Item, current.Item),
        _ => false,
    };
}
