using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>The base class of the classes in a contract. Their JSON is an object.</summary>
[JsonConverter(typeof(JsonObjectConverter))]
public abstract class ApiObject
{
    /// <summary>Gets the JSON properties of the class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract JsonMembers JsonMembers { get; }

    /// <summary>Gets or sets the JSON properties that the contract does not name. Null if there are none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal IDictionary<string, JToken>? OtherProperties { get; set; }

    /// <summary>Passes the field of one property to a visitor.</summary>
    /// <param name="number">The number of the property, starting at 0. The properties of the class precede those of its base class.</param>
    /// <param name="visitor">The visitor.</param>
    /// <exception cref="ArgumentOutOfRangeException">No property has this number.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void VisitField(int number, ref FieldVisitor visitor) => throw new ArgumentOutOfRangeException(nameof(number));
}
