namespace Plannr.SpecGate.Model.Types;

/// <summary>A use of a C# type.</summary>
/// <param name="IsNullable">Whether the contract allows null there.</param>
internal abstract record TypeModel(bool IsNullable)
{
    /// <summary>Gets the type without a question mark for the type itself.</summary>
    public abstract string CSharpName { get; }

    /// <summary>Gets the word for the type in derived names, such as <c>Int32List</c>.</summary>
    public abstract string Label { get; }

    public abstract JsonKind JsonKind { get; }

    /// <summary>Gets the C# expression for the runtime's format that reads and writes the type, without null.</summary>
    public abstract string JsonFormat { get; }

    /// <summary>Gets whether the type is a struct.</summary>
    public virtual bool IsValueType => false;

    /// <summary>Gets the type of an argument, which differs only for lists.</summary>
    public virtual string ArgumentName => CSharpName;

    /// <summary>Gets the format of an argument, which differs only for lists.</summary>
    public virtual string ArgumentFormat => JsonFormat;

    /// <summary>Gets whether the runtime infers the format from the C# type, so that generated code need not name it.</summary>
    public virtual bool HasKnownFormat => false;

    /// <summary>Gets the type as part of another type, with its question mark.</summary>
    public string PartName => CSharpName + (IsNullable ? "?" : "");

    /// <summary>Gets the format as part of another format. It reads and writes null if the contract allows null.</summary>
    public string PartFormat => JsonFormat + (IsNullable ? ".OrNull()" : "");
}
