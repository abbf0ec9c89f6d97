namespace Plannr.Benchmarks.Report;

/// <summary>Whether a figure is what it should be. Said, and asserted nowhere.</summary>
internal static class Goal
{
    public static string AtMost(double goal, double figure) => $"at most {goal:0.00} ({figure:0.000}: {Verdict(figure <= goal)})";

    public static string AtLeast(double goal, double figure) => $"at least {goal:0.00} ({figure:0.000}: {Verdict(figure >= goal)})";

    /// <param name="quantity">What there should be less of.</param>
    /// <param name="figure">How much there is.</param>
    /// <param name="whom">Whose it should be less than, all of them.</param>
    /// <param name="others">These, and how much each has.</param>
    public static string LessThan(string quantity, double figure, string whom, IEnumerable<(string Name, double Figure)> others)
    {
        var better = others.Where(o => o.Figure <= figure).Select(o => o.Name).ToArray();
        return $"less {quantity} than {whom} ({(better.Length == 0 ? "met" : $"**missed** beside {string.Join(", ", better)}")})";
    }

    private static string Verdict(bool isMet) => isMet ? "met" : "**missed**";
}
