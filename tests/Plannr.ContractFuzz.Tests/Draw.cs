using CsCheck;

namespace Plannr.ContractFuzz.Tests;

/// <summary>Draws random values. The same seed results in the same values.</summary>
/// <param name="seed">The seed. Contract n of a run with seed s, counted from 0, is the first contract of a run with seed s + n.</param>
internal sealed class Draw(int seed)
{
    private readonly PCG _random = new(1, unchecked((ulong)seed * 0x9E3779B97F4A7C15));

    /// <summary>Returns a number from 0 to <paramref name="count"/>, exclusive.</summary>
    public int Below(int count) => (int)_random.Next((uint)count);

    /// <summary>Returns a number between both limits, inclusive.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>Returns true with a probability in percent.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Picks one of the items with a probability that is proportional to its weight.</summary>
    public T Weighted<T>(params (int Weight, T Item)[] items)
    {
        var at = Below(items.Sum(i => i.Weight));
        foreach (var (weight, item) in items)
        {
            if ((at -= weight) < 0)
            {
                return item;
            }
        }

        throw new InvalidOperationException("At least one weight must be positive.");
    }

    /// <summary>Draws a value from a generator of CsCheck.</summary>
    public T Of<T>(Gen<T> generator) => generator.Generate(_random, null, out _);
}
