namespace Plannr.Runtime.Text;

/// <summary>A pool of buffers.</summary>
internal static class Buffers<T>
{
#if NET
    public static T[] Rent(int minimumLength) => System.Buffers.ArrayPool<T>.Shared.Rent(minimumLength);

    /// <summary>Returns a buffer to the pool. It must not be used afterwards.</summary>
    public static void Return(T[] buffer) => System.Buffers.ArrayPool<T>.Shared.Return(buffer);
#else
    // netstandard2.0 has no ArrayPool, so each thread keeps one buffer.
    private const int MaxKeptLength = 1 << 20;

    [ThreadStatic]
    private static T[]? _kept;

    public static T[] Rent(int minimumLength)
    {
        var kept = _kept;
        if (kept is null || kept.Length < minimumLength)
        {
            return new T[minimumLength];
        }

        _kept = null;
        return kept;
    }

    /// <summary>Returns a buffer to the pool. It must not be used afterwards.</summary>
    public static void Return(T[] buffer)
    {
        if (buffer.Length <= MaxKeptLength && buffer.Length > (_kept?.Length ?? 0))
        {
            _kept = buffer;
        }
    }
#endif
}
