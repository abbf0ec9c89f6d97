using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>The names of the contract's JSON properties, so that readers do not allocate strings for them.</summary>
internal sealed class JsonNames : JsonNameTable
{
    public static readonly JsonNames Known = new();

    private const uint Factor = 16_777_619;

    private readonly object _lock = new();
    private int _count;

    // An open-addressing hash table. Its length is a power of two, at most half of it is used, and it is replaced as a whole, so that
    // readers need no lock.
    private volatile string?[] _slots = new string?[64];

    /// <summary>Adds a name.</summary>
    public void Add(string name)
    {
        lock (_lock)
        {
            if (Get(name.ToCharArray(), 0, name.Length) is not null)
            {
                return;
            }

            var slots = (string?[])_slots.Clone();
            if (2 * ++_count > slots.Length)
            {
                slots = new string?[2 * slots.Length];
                foreach (var known in _slots)
                {
                    if (known is not null)
                    {
                        Put(slots, known);
                    }
                }
            }

            Put(slots, name);
            _slots = slots;
        }
    }

    /// <inheritdoc/>
    public override string? Get(char[] key, int start, int length)
    {
        var slots = _slots;
        for (var at = Hash(key, start, length); slots[at & (uint)(slots.Length - 1)] is { } name; at++)
        {
            if (name.Length == length && Equal(name, key, start))
            {
                return name;
            }
        }

        return null;
    }

    private static void Put(string?[] slots, string name)
    {
        var at = Hash(name.ToCharArray(), 0, name.Length);
        while (slots[at & (uint)(slots.Length - 1)] is not null)
        {
            at++;
        }

        slots[at & (uint)(slots.Length - 1)] = name;
    }

    private static uint Hash(char[] key, int start, int length)
    {
        var hash = (uint)length;
        for (var at = start; at < start + length; at++)
        {
            hash = unchecked((hash ^ key[at]) * Factor);
        }

        return hash ^ (hash >> 15);
    }

    private static bool Equal(string name, char[] key, int start)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] != key[start + at])
            {
                return false;
            }
        }

        return true;
    }
}
