using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Model.Definitions;

/// <summary>The value of a discriminator that a class sets in its constructor.</summary>
/// <param name="Owner">The class that declares the property.</param>
/// <param name="Property">The property's name in C#.</param>
/// <param name="Type">The type of the property, or the type of the values if the property is an enumeration.</param>
/// <param name="JsonFormat">The format that converts the value to the type of the property; null if C# converts it implicitly.</param>
/// <param name="Value">The value.</param>
internal sealed record DiscriminatorValueModel(string Owner, string Property, Primitive Type, string? JsonFormat, string Value)
{
    /// <summary>Gets the value as a C# literal; null if it is text or is read by the format.</summary>
    public string? Constant
        => Type.JsonKind == JsonKind.String ? null : Value + (Type == Primitive.Decimal ? "m" : Type == Primitive.Single ? "f" : "");
}
