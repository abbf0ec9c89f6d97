namespace Plannr.SpecGate.Model;

/// <summary>What an operation's methods return.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Type">Its type, without null.</param>
/// <param name="IsNullable">Whether it may be null: a success has no body, or null is one.</param>
internal sealed record ResultModel(BodyKind Kind, TypeModel Type, bool IsNullable)
{
    /// <summary>The type in C#, with its question mark.</summary>
    public string CSharpType => Type.CSharpName + (IsNullable ? "?" : "");

    public string JsonFormat => Type.JsonFormat + (IsNullable ? ".OrNull()" : "");
}
