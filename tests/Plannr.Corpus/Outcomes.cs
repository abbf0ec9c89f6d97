namespace Plannr.Corpus;

/// <summary>The accepted outcomes of all documents, in outcomes.txt.</summary>
internal static class Outcomes
{
    private static string File => Path.Combine(Place.Suite, "outcomes.txt");

    /// <summary>Compares outcomes with the accepted ones, or accepts them.</summary>
    /// <returns>The differences.</returns>
    public static IReadOnlyList<string> Compare(IReadOnlyCollection<DocumentOutcome> outcomes, bool accepts)
    {
        string[] lines = [.. outcomes.SelectMany(o => o.Lines), "", .. Summary.Lines(outcomes)];
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
}
