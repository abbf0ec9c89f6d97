namespace Plannr.Cli.Output.Tables;

/// <summary>The columns of a table that fit in a width, and their widths.</summary>
/// <param name="Columns">The index and the width in cells of each visible column, in their order.</param>
internal sealed record TableLayout(IReadOnlyList<(int Index, int Width)> Columns)
{
    /// <summary>The number of spaces between two columns.</summary>
    public const int Gap = 2;

    /// <summary>
    /// Returns the layout of a table. If the table is too wide, texts are cut, the widest first, to at least
    /// <see cref="TableColumn.MinWidth"/>. If it is still too wide, columns are left out by <see cref="TableColumn.DropOrder"/>. All other
    /// columns keep their minimum width, even if the terminal is narrower.
    /// </summary>
    /// <param name="columns">All columns.</param>
    /// <param name="widths">The width of the widest text of each column.</param>
    /// <param name="available">The width of the terminal.</param>
    public static TableLayout Of(IReadOnlyList<TableColumn> columns, IReadOnlyList<int> widths, int available)
    {
        var shown = Enumerable.Range(0, columns.Count).ToList();
        while (MinWidth(shown, columns, widths) > available && shown.Any(i => columns[i].DropOrder > 0))
        {
            shown.Remove(shown.MaxBy(i => columns[i].DropOrder));
        }

        var cut = shown.ToDictionary(i => i, i => widths[i]);
        while (Total(cut.Values) > available && cut.Keys.Where(i => cut[i] > columns[i].MinWidth).ToList() is { Count: > 0 } wide)
        {
            cut[wide.MaxBy(i => cut[i])]--;
        }

        return new TableLayout([.. shown.Select(i => (i, cut[i]))]);
    }

    private static int MinWidth(List<int> shown, IReadOnlyList<TableColumn> columns, IReadOnlyList<int> widths)
        => Total(shown.Select(i => Math.Min(widths[i], columns[i].MinWidth ?? int.MaxValue)));

    private static int Total(IEnumerable<int> widths) => widths.Sum(w => w + Gap) - Gap;
}
