using System.Text.RegularExpressions;

namespace Plannr.Corpus;

/// <summary>What became of each document the last time that someone looked: outcomes.txt, beside the list.</summary>
internal static partial class Outcomes
{
    private static string File => Path.Combine(Place.Suite, "outcomes.txt");

    /// <summary>Compares with what was accepted, or accepts.</summary>
    /// <returns>The differences.</returns>
    public static IReadOnlyList<string> Compare(IReadOnlyDictionary<string, string> outcomes, bool accepts)
    {
        // How many lines of code it is, each change of a template changes.
        var lines = outcomes.Select(o => LineCount().Replace($"{o.Key}: {o.Value}", "")).ToArray();
        if (accepts)
        {
            System.IO.File.WriteAllText(File, string.Concat(lines.Select(l => l + "\n")));
            return [];
        }

        var accepted = System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];
        return
        [
            .. accepted.Except(lines).Select(l => "was: " + l),
            .. lines.Except(accepted).Select(l => "is:  " + l),
        ];
    }

    [GeneratedRegex(@", [0-9]+ lines(?=\))")]
    private static partial Regex LineCount();
}
