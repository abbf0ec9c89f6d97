using System.ComponentModel;

namespace Plannr.Runtime.Json;

/// <summary>An enumeration that the server may extend. Values that the contract does not name are kept as they were received.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExtensibleEnumeration<out TEnum, TValue>
{
    /// <summary>Gets the value in JSON.</summary>
    TValue Value { get; }

    /// <summary>Gets a value that indicates whether the contract names the value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    bool IsKnown { get; }

    /// <summary>Creates an instance of the enumeration.</summary>
    /// <param name="value">The value in JSON.</param>
    /// <returns>The instance with this value.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    TEnum Create(TValue value);
}
