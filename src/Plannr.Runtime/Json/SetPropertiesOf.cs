using System.ComponentModel;

namespace Plannr.Runtime.Json;

/// <summary>Returns the field of an object that keeps which properties of its class are set.</summary>
/// <typeparam name="TOwner">The class.</typeparam>
/// <param name="owner">The object.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ref SetProperties SetPropertiesOf<TOwner>(TOwner owner);
