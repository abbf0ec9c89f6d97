using Plannr.Runtime.Json.Formats;

namespace Plannr.Runtime.Json;

/// <summary>Provides an extension method for formats of structs that allows null.</summary>
public static class NullableFormats
{
    /// <summary>Returns a format that also allows null.</summary>
    /// <typeparam name="T">The struct.</typeparam>
    /// <param name="format">The format of the struct.</param>
    /// <returns>The format of the struct or null.</returns>
    public static JsonFormat<T?> OrNull<T>(this JsonFormat<T> format)
        where T : struct
        => new NullableFormat<T>(format);
}
