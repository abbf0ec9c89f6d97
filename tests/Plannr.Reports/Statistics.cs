namespace Plannr.Reports;

/// <summary>What many runs say together.</summary>
internal static class Statistics
{
    /// <summary>The middle of the values: a run that something else has slowed down does not move it.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The median, in seconds.</summary>
    public static double Median(this IEnumerable<TimeSpan> values) => values.Select(v => v.TotalSeconds).Median();

    /// <summary>The values between which the middle half of the runs lies.</summary>
    public static (double Low, double High) MiddleHalf(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 4], sorted[sorted.Length - 1 - (sorted.Length / 4)]);
    }
}
