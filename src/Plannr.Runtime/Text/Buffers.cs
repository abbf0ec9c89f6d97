namespace Plannr.Runtime.Text;

/// <summary>Buffers that are used again.</summary>
internal static class Buffers<T>
{
#if NET
    public static T[] Rent(int minimumLength) => System.Buffers.ArrayPool<T>.Shared.Rent(minimumLength);

    /// <summary>Takes a buffer back, which nobody may use from then on.</summary>
    public static void Return(T[] buffer) => System.Buffers.ArrayPool<T>.Shared.Return(buffer);
#else
    // netstandard2.0 has no pool of its own: each thread keeps one buffer.
    private const int LargestKept = 1 << 20;

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

    /// <summary>Takes a buffer back, which nobody may use from then on.</summary>
    public static void Return(T[] buffer)
    {
        if (buffer.Length <= LargestKept && buffer.Length > (_kept?.Length ?? 0))
        {
            _kept = buffer;
        }
    }
#endif
}
