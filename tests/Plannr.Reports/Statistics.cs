namespace Plannr.Reports;

/// <summary>Statistics of several runs.</summary>
internal static class Statistics
{
    /// <summary>Returns the median, which a single slow run hardly changes.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Returns the median in seconds.</summary>
    public static double Median(this IEnumerable<TimeSpan> values) => values.Select(v => v.TotalSeconds).Median();

    /// <summary>Returns the lower and the upper quartile.</summary>
    public static (double Low, double High) Quartiles(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 4], sorted[sorted.Length - 1 - (sorted.Length / 4)]);
    }
}
