using System.ComponentModel;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>The values that a JSON property can have in one of the types of a union.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KnownValues
{
    private readonly string[] _values;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="property">The name of the property.</param>
    /// <param name="values">The values, as text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public KnownValues(string property, params string[] values)
    {
        Property = property ?? throw new ArgumentNullException(nameof(property));
        _values = [.. (values ?? throw new ArgumentNullException(nameof(values))).Select(DiscriminatorValue.Of)];
    }

    /// <summary>Gets the name of the property.</summary>
    public string Property { get; }

    /// <summary>Returns a value that indicates whether the property of an object has one of the values.</summary>
    internal bool Contain(JObject json) => DiscriminatorValue.Of(json[Property]) is { } value && _values.Contains(value);
}
