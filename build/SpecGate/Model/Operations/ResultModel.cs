using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Model.Operations;

/// <summary>The result of an operation's methods.</summary>
/// <param name="Kind">The kind of the body.</param>
/// <param name="Type">The type, without null.</param>
/// <param name="IsNullable">Whether the result may be null, because a success response has no body or the body may be null.</param>
internal sealed record ResultModel(BodyKind Kind, TypeModel Type, bool IsNullable)
{
    /// <summary>Gets the type in C#, with its question mark.</summary>
    public string CSharpType => Type.CSharpName + (IsNullable ? "?" : "");

    public string JsonFormat => Type.JsonFormat + (IsNullable ? ".OrNull()" : "");
}
