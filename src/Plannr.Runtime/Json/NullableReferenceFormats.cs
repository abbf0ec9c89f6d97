using Plannr.Runtime.Json.Formats;

namespace Plannr.Runtime.Json;

/// <summary>Provides an extension method for formats of classes that allows null.</summary>
public static class NullableReferenceFormats
{
    /// <summary>Returns a format that also allows null.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="format">The format of the class.</param>
    /// <returns>The format of the class or null.</returns>
    public static JsonFormat<T?> OrNull<T>(this JsonFormat<T> format)
        where T : class
        => new NullableReferenceFormat<T>(format);
}
