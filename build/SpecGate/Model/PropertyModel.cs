namespace Plannr.SpecGate.Model;

/// <summary>A property of a class.</summary>
/// <param name="WireName">The JSON property's name.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="Type">Its type, as the contract allows it.</param>
/// <param name="IsRequired">Whether the contract requires it.</param>
/// <param name="IsReadOnly">Whether it is received and never sent.</param>
/// <param name="IsDeprecated">Whether it is obsolete.</param>
/// <param name="Description">The contract's description, with the default; null for none.</param>
/// <param name="IsWriteOnly">Whether it is sent and never received.</param>
internal sealed record PropertyModel(string WireName, string Name, TypeModel Type, bool IsRequired, bool IsReadOnly, bool IsDeprecated, string? Description, bool IsWriteOnly)
{
    /// <summary>The place in the contract that it comes from.</summary>
    public ContractPlace At { get; init; }

    /// <summary>Whether it may be null in C#: it is optional, or the contract allows null.</summary>
    public bool IsNullable => !IsRequired || Type.IsNullable;

    /// <summary>The type in C#, with its question mark.</summary>
    public string CSharpType => Type.CSharpName + (IsNullable ? "?" : "");

    /// <summary>The format, for a nullable struct that of the nullable type.</summary>
    public string JsonFormat => Type.JsonFormat + (IsNullable && Type.IsValueType ? ".OrNull()" : "");
}
