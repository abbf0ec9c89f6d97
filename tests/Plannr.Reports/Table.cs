namespace Plannr.Reports;

/// <summary>Writes tables in Markdown. The first column is text, and the others are figures.</summary>
internal static class Table
{
    public static string Of(string[] heads, IEnumerable<string[]> rows)
        => string.Join('\n', [Row(heads), Row([.. heads.Select((_, column) => column == 0 ? "---" : "---:")]), .. rows.Select(Row)]);

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
