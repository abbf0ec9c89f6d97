using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Model.Definitions;

/// <summary>A property of a class.</summary>
/// <param name="WireName">The JSON property's name.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="Type">The type that the contract allows.</param>
/// <param name="IsRequired">Whether the contract requires it.</param>
/// <param name="IsReadOnly">Whether the property is received but never sent.</param>
/// <param name="IsDeprecated">Whether it is obsolete.</param>
/// <param name="Description">The contract's description, including the default; null if there is none.</param>
/// <param name="IsWriteOnly">Whether the property is sent but never received.</param>
internal sealed record PropertyModel(string WireName, string Name, TypeModel Type, bool IsRequired, bool IsReadOnly, bool IsDeprecated, string? Description, bool IsWriteOnly)
{
    /// <summary>Gets its place in the contract.</summary>
    public ContractPlace At { get; init; }

    /// <summary>Gets whether the property may be null in C#, because it is optional or because the contract allows null.</summary>
    public bool IsNullable => !IsRequired || Type.IsNullable;

    /// <summary>Gets the type in C#, with its question mark.</summary>
    public string CSharpType => Type.CSharpName + (IsNullable ? "?" : "");

    /// <summary>Gets the format. For a nullable struct, it is the format of the nullable type.</summary>
    public string JsonFormat => Type.JsonFormat + (IsNullable && Type.IsValueType ? ".OrNull()" : "");
}
