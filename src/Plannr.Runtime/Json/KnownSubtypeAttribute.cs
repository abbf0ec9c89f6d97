using System.ComponentModel;

namespace Plannr.Runtime.Json;

/// <summary>Says which value of a base class's discriminator stands for which class.</summary>
/// <param name="value">The value of the discriminator.</param>
/// <param name="type">The class that it stands for.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KnownSubtypeAttribute(string value, Type type) : Attribute
{
    /// <summary>The value of the discriminator.</summary>
    public string Value => value;

    /// <summary>The class that it stands for.</summary>
    public Type Type => type;
}
