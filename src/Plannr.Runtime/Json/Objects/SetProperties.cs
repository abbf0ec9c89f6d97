using System.ComponentModel;

namespace Plannr.Runtime.Json;

/// <summary>The properties of an object that were set or received, by their numbers. Only these properties are written to JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SetProperties
{
    private const int BitsOfWord = 64;

    private ulong _first;
    // For classes with more properties than one word has bits.
    private ulong[]? _others;

    /// <summary>Adds a property.</summary>
    /// <param name="number">The number of the property in its class, starting at 0.</param>
    public void Add(int number)
    {
        if (number < BitsOfWord)
        {
            _first |= 1UL << number;
            return;
        }

        var word = (number / BitsOfWord) - 1;
        if (_others is null || _others.Length <= word)
        {
            Array.Resize(ref _others, word + 1);
        }

        _others[word] |= 1UL << (number % BitsOfWord);
    }

    /// <summary>Removes a property.</summary>
    /// <param name="number">The number of the property in its class, starting at 0.</param>
    internal void Remove(int number)
    {
        if (number < BitsOfWord)
        {
            _first &= ~(1UL << number);
        }
        else if (Contains(number))
        {
            _others![(number / BitsOfWord) - 1] &= ~(1UL << (number % BitsOfWord));
        }
    }

    /// <summary>Returns a value that indicates whether a property is set.</summary>
    /// <param name="number">The number of the property in its class, starting at 0.</param>
    internal readonly bool Contains(int number)
        => number < BitsOfWord
            ? (_first & (1UL << number)) != 0
            : _others is { } others && (number / BitsOfWord) - 1 is var word && word < others.Length && (others[word] & (1UL << (number % BitsOfWord))) != 0;
}
