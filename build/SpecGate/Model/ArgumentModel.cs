namespace Plannr.SpecGate.Model;

/// <summary>An argument of an operation's methods.</summary>
/// <param name="Variable">Its name in C#, without the <c>@</c> of a keyword.</param>
/// <param name="Type">Its type, as the contract allows it.</param>
/// <param name="IsRequired">Whether the contract requires it; an optional one has null as its default.</param>
/// <param name="Description">The contract's description, with the default; null for none.</param>
internal abstract record ArgumentModel(string Variable, TypeModel Type, bool IsRequired, string? Description)
{
    /// <summary>The place in the contract that it comes from.</summary>
    public ContractPlace At { get; init; }

    /// <summary>Whether it may be null in C#.</summary>
    public bool IsNullable => !IsRequired || Type.IsNullable;

    /// <summary>The type in C#, with its question mark.</summary>
    public string CSharpType => Type.ArgumentName + (IsNullable ? "?" : "");

    /// <summary>The format, for a nullable struct that of the nullable type.</summary>
    public string JsonFormat => Type.ArgumentFormat + (IsNullable && Type.IsValueType ? ".OrNull()" : "");
}
