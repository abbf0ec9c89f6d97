namespace Plannr.SpecGate.Model;

/// <summary>A C# type at the place where it is used.</summary>
/// <param name="IsNullable">Whether the contract allows null there.</param>
internal abstract record TypeModel(bool IsNullable)
{
    /// <summary>The type without its own question mark.</summary>
    public abstract string CSharpName { get; }

    /// <summary>The word for the type in names that are derived from it, such as <c>Int32List</c>.</summary>
    public abstract string Label { get; }

    public abstract JsonKind JsonKind { get; }

    /// <summary>The C# expression of the runtime's format that reads and writes the type, without null.</summary>
    public abstract string JsonFormat { get; }

    /// <summary>Whether the type is a struct.</summary>
    public virtual bool IsValueType => false;

    /// <summary>The type as an argument; the same but for lists.</summary>
    public virtual string ArgumentName => CSharpName;

    /// <summary>The format of an argument; the same but for lists.</summary>
    public virtual string ArgumentFormat => JsonFormat;

    /// <summary>Whether the runtime finds the format from the C# type, so that an argument need not name it.</summary>
    public virtual bool HasKnownFormat => false;

    /// <summary>The type within another, with its question mark.</summary>
    public string PartName => CSharpName + (IsNullable ? "?" : "");

    /// <summary>The format within another, with null where the contract allows it.</summary>
    public string PartFormat => JsonFormat + (IsNullable ? ".OrNull()" : "");
}
