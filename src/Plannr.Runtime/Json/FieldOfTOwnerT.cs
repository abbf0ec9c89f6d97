using System.ComponentModel;

namespace Plannr.Runtime.Json;

/// <summary>Returns a field of an object. One delegate both reads and writes it, which costs less than a getter and a setter.</summary>
/// <typeparam name="TOwner">The class.</typeparam>
/// <typeparam name="T">The type of the field.</typeparam>
/// <param name="owner">The object.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ref T? FieldOf<TOwner, T>(TOwner owner);
