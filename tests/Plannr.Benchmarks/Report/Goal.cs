namespace Plannr.Benchmarks.Report;

/// <summary>Compares a figure with its goal. The result is only reported, not asserted.</summary>
internal static class Goal
{
    public static string AtMost(double goal, double figure) => $"at most {goal:0.00} ({figure:0.000}: {Verdict(figure <= goal)})";

    public static string AtLeast(double goal, double figure) => $"at least {goal:0.00} ({figure:0.000}: {Verdict(figure >= goal)})";

    /// <param name="quantity">The name of the quantity.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="whom">The description of the others. The figure should be less than the figure of each.</param>
    /// <param name="others">The others with their figures.</param>
    public static string LessThan(string quantity, double figure, string whom, IEnumerable<(string Name, double Figure)> others)
    {
        var better = others.Where(o => o.Figure <= figure).Select(o => o.Name).ToArray();
        return $"less {quantity} than {whom} ({(better.Length == 0 ? "met" : $"**missed**, not less than {string.Join(", ", better)}")})";
    }

    private static string Verdict(bool isMet) => isMet ? "met" : "**missed**";
}
