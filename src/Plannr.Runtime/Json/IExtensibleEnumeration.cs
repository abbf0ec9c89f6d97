using System.ComponentModel;

namespace Plannr.Runtime.Json;

/// <summary>An enumeration that the server may extend: a value that the contract does not name is kept as it came.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <typeparam name="TValue">The type of its values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExtensibleEnumeration<out TEnum, TValue>
{
    /// <summary>The value, as it is sent.</summary>
    TValue Value { get; }

    /// <summary>Whether the contract names the value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    bool IsKnown { get; }

    /// <summary>Another one of the same enumeration.</summary>
    /// <param name="value">Its value.</param>
    /// <returns>The one with that value.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    TEnum Create(TValue value);
}
