namespace Plannr.Runtime.Json;

/// <summary>Allows null.</summary>
public static class NullableReferenceFormats
{
    /// <summary>Allows null in place of a value.</summary>
    /// <typeparam name="T">The type of the values, a class.</typeparam>
    /// <param name="format">How a value is read and written.</param>
    /// <returns>How a value or null is.</returns>
    public static JsonFormat<T?> OrNull<T>(this JsonFormat<T> format)
        where T : class
        => new NullableReferenceFormat<T>(format);
}
