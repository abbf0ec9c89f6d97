namespace Plannr.SpecGate.Contract;

/// <summary>Compares misspelled words with known words.</summary>
internal static class Similarity
{
    // No keyword is longer, and the time to compare grows with the product of both lengths.
    private const int MaxLength = 100;

    /// <summary>
    /// Returns the case-insensitive Levenshtein distance, or <see cref="int.MaxValue"/> if the word is too long to be a keyword.
    /// </summary>
    public static int Distance(string from, string to)
    {
        if (from.Length > MaxLength)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = previous[j - 1] + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
