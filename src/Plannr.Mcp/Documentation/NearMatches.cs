using Plannr.SpecGate.Contract;

namespace Plannr.Mcp.Documentation;

/// <summary>Names that somebody may have meant.</summary>
internal static class NearMatches
{
    private const int Most = 3;
    private const int MostListed = 20;

    /// <summary>The names that are close to what was asked for, the closest first.</summary>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> names)
    {
        var key = Key(wanted);
        return
        [
            .. names.Select(name => (Name: name, Distance: Distance(key, Key(name))))
                .Where(n => n.Distance <= Math.Max(2, key.Length / 3))
                .OrderBy(n => n.Distance)
                .ThenBy(n => n.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(n => n.Name),
        ];
    }

    /// <summary>A sentence that asks whether one of the near names was meant; if none is near, one that lists what there is.</summary>
    public static string Sentence(string wanted, IReadOnlyCollection<string> names)
    {
        var near = Of(wanted, names);
        if (near.Count > 0)
        {
            return $"Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?";
        }

        return names.Count == 0
            ? "There is none."
            : $"There is {string.Join(", ", names.Take(MostListed).Select(n => $"'{n}'"))}{(names.Count > MostListed ? $" and {names.Count - MostListed} more" : "")}.";
    }

    /// <summary>How many letters one has to change, add or take away.</summary>
    public static int Distance(string left, string right)
    {
        if (left.Length > 0 && right.Length > left.Length && right.Contains(left, StringComparison.Ordinal))
        {
            // A part of the name is as near as a letter off, and a longer one is nearer.
            return left.Length * 2 > right.Length ? 1 : 2;
        }

        return Similarity.Distance(left, right);
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
