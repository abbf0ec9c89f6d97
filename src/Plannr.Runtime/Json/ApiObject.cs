using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Base class of the contract's classes, whose JSON is an object.</summary>
[JsonConverter(typeof(JsonObjectConverter))]
public abstract class ApiObject
{
    /// <summary>Gets the JSON properties of the class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract JsonMembers JsonMembers { get; }

    /// <summary>Gets or sets the JSON properties that the contract does not name; null if there are none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal IDictionary<string, JToken>? OtherProperties { get; set; }

    /// <summary>Passes the field of one property to a visitor.</summary>
    /// <param name="number">The number of the property, from 0: first those of the class itself, then those of its base class.</param>
    /// <param name="visitor">The visitor.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no property with this number.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void VisitField(int number, ref FieldVisitor visitor) => throw new ArgumentOutOfRangeException(nameof(number));
}
