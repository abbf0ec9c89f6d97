using Plannr.SpecGate.Contract;

namespace Plannr.Mcp.Documentation;

/// <summary>Finds similar names for misspelled ones.</summary>
internal static class NearMatches
{
    private const int MaxNames = 3;
    private const int MaxListed = 20;

    /// <summary>Returns the names that are similar to a name, the most similar first.</summary>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> names)
    {
        var key = Key(wanted);
        return
        [
            .. names.Select(name => (Name: name, Distance: Distance(key, Key(name))))
                .Where(n => n.Distance <= Math.Max(2, key.Length / 3))
                .OrderBy(n => n.Distance)
                .ThenBy(n => n.Name, StringComparer.Ordinal)
                .Take(MaxNames)
                .Select(n => n.Name),
        ];
    }

    /// <summary>Returns a sentence that suggests similar names, or lists the valid names if none is similar.</summary>
    public static string Sentence(string wanted, IReadOnlyCollection<string> names)
    {
        var near = Of(wanted, names);
        if (near.Count > 0)
        {
            return $"Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?";
        }

        return names.Count == 0
            ? "There is none."
            : $"There is {string.Join(", ", names.Take(MaxListed).Select(n => $"'{n}'"))}{(names.Count > MaxListed ? $" and {names.Count - MaxListed} more" : "")}.";
    }

    /// <summary>Returns the number of letters to change, add or remove.</summary>
    public static int Distance(string left, string right)
    {
        if (left.Length > 0 && right.Length > left.Length && right.Contains(left, StringComparison.Ordinal))
        {
            // A part of the name counts as one or two letters, depending on its length.
            return left.Length * 2 > right.Length ? 1 : 2;
        }

        return Similarity.Distance(left, right);
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
