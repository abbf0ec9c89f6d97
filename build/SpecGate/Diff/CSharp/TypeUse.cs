using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>A type at a place where it may be null in C#, because the contract allows null or the value is optional.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsNullable">Whether it may be null there.</param>
internal readonly record struct TypeUse(TypeModel Type, bool IsNullable)
{
    public string Of(TypeNames names) => names.Of(Type) + (IsNullable ? "?" : "");

    public string Erased(TypeNames names) => IsNullable && Type.IsValueType ? names.Erased(Type) + "?" : names.Erased(Type);
}
