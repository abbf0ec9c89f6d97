using CsCheck;

namespace Plannr.ContractFuzz.Tests;

/// <summary>Draws at random, the same for the same seed.</summary>
/// <param name="seed">The seed. The n-th contract of a run with seed s is the first one of a run with seed s + n.</param>
internal sealed class Draw(int seed)
{
    private readonly PCG _random = new(1, unchecked((ulong)seed * 0x9E3779B97F4A7C15));

    /// <summary>Returns a number from 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)_random.Next((uint)count);

    /// <summary>Returns a number within both limits.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>Returns true in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Picks one of the items, each as often as its weight says.</summary>
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

        throw new InvalidOperationException("There is nothing to pick.");
    }

    /// <summary>Draws from one of CsCheck's generators.</summary>
    public T Of<T>(Gen<T> generator) => generator.Generate(_random, null, out _);
}
