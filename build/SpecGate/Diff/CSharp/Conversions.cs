using Plannr.SpecGate.Model;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>Knows which types C# converts implicitly, so that code which passes the old one compiles with the new one.</summary>
internal static class Conversions
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
    public static bool Exists(TypeUse from, TypeUse to, TypeNames oldNames)
    {
        var (old, now) = (oldNames.Of(from.Type), to.Type.CSharpName);
        var isLifted = from.IsNullable && from.Type.IsValueType;
        // A nullable struct converts to a nullable one only.
        if (isLifted && !(to.IsNullable && to.Type.IsValueType))
        {
            return false;
        }

        return old == now
            || (from.Type is PrimitiveType && to.Type is PrimitiveType && Numeric.Contains((old, now)))
            || (from.Type is PrimitiveType value && to.Type is EnumerationType enumeration && !isLifted && value.Kind == enumeration.Value);
    }
}
