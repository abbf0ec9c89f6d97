using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Model.Operations;

/// <summary>An argument of an operation's methods.</summary>
/// <param name="Variable">The name in C#, without the <c>@</c> that a keyword needs.</param>
/// <param name="Type">The type that the contract allows.</param>
/// <param name="IsRequired">Whether the contract requires the argument. The default of an optional argument is null.</param>
/// <param name="Description">The contract's description, including the default; null if there is none.</param>
internal abstract record ArgumentModel(string Variable, TypeModel Type, bool IsRequired, string? Description)
{
    /// <summary>Gets its place in the contract.</summary>
    public ContractPlace At { get; init; }

    /// <summary>Gets whether it may be null in C#.</summary>
    public bool IsNullable => !IsRequired || Type.IsNullable;

    /// <summary>Gets the type in C#, with its question mark.</summary>
    public string CSharpType => Type.ArgumentName + (IsNullable ? "?" : "");

    /// <summary>Gets the format. For a nullable struct, it is the format of the nullable type.</summary>
    public string JsonFormat => Type.ArgumentFormat + (IsNullable && Type.IsValueType ? ".OrNull()" : "");
}
