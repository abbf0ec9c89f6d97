namespace Plannr.SpecGate.Model;

/// <summary>A discriminator's value that a class sets itself.</summary>
/// <param name="Owner">The class that declares the property.</param>
/// <param name="Property">The property's name in C#.</param>
/// <param name="Type">The type of the value: that of the property, or that of the values of its enumeration.</param>
/// <param name="JsonFormat">The format of the property where C# does not convert the value to its type by itself; null otherwise.</param>
/// <param name="Value">The value.</param>
internal sealed record DiscriminatorValueModel(string Owner, string Property, Primitive Type, string? JsonFormat, string Value)
{
    /// <summary>The value as a constant of C#; null if it is text, or is read by the format.</summary>
    public string? Constant
        => Type.JsonKind == JsonKind.String ? null : Value + (Type == Primitive.Decimal ? "m" : Type == Primitive.Single ? "f" : "");
}
