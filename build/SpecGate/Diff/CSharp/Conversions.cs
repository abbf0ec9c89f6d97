using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>Decides whether C# converts a type implicitly, so that code that passes the old type compiles with the new type.</summary>
/// <param name="oldNames">Formats the types of the old model.</param>
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

    /// <summary>Returns whether a value of the old type can be passed as the new type.</summary>
    public bool Exists(TypeUse from, TypeUse to)
    {
        var isLifted = from.IsNullable && from.Type.IsValueType;
        // A nullable struct converts only to a nullable type. Newtonsoft's JToken accepts both.
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

    // Conversions to a base class, also between sequences of these types.
    private bool IsReference(TypeModel from, TypeModel to) => (from, to) switch
    {
        (ClassType old, ClassType current) => now.Find(oldNames.Of(old.Name)) is ClassModel type && now.Ancestors(type).Any(a => a.Name == current.Name),
        (ListType old, ListType current) => IsReference(old.Item, current.Item),
        _ => false,
    };
}
