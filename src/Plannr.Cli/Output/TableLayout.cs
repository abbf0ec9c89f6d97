namespace Plannr.Cli.Output;

/// <summary>The columns of a table that fit a width, and how wide each is.</summary>
/// <param name="Columns">The index of each column that is shown, and its width in cells, in their order.</param>
internal sealed record TableLayout(IReadOnlyList<(int Index, int Width)> Columns)
{
    /// <summary>The number of spaces between two columns.</summary>
    public const int Gap = 2;

    /// <summary>
    /// Returns the layout of a table. If it is too wide, texts that can be cut are cut, the widest first, but no further than
    /// <see cref="TableColumn.LeastWidth"/>; if that is not enough, columns are left out by their order. Columns that cannot be left out
    /// stay with their least width, however narrow the terminal is.
    /// </summary>
    /// <param name="columns">All columns.</param>
    /// <param name="widths">The width of the widest text of each column.</param>
    /// <param name="available">The width of the terminal.</param>
    public static TableLayout Of(IReadOnlyList<TableColumn> columns, IReadOnlyList<int> widths, int available)
    {
        var shown = Enumerable.Range(0, columns.Count).ToList();
        while (LeastWidth(shown, columns, widths) > available && shown.Any(i => columns[i].DropOrder > 0))
        {
            shown.Remove(shown.MaxBy(i => columns[i].DropOrder));
        }

        var cut = shown.ToDictionary(i => i, i => widths[i]);
        while (Total(cut.Values) > available && cut.Keys.Where(i => cut[i] > columns[i].LeastWidth).ToList() is { Count: > 0 } wide)
        {
            cut[wide.MaxBy(i => cut[i])]--;
        }

        return new TableLayout([.. shown.Select(i => (i, cut[i]))]);
    }

    private static int LeastWidth(List<int> shown, IReadOnlyList<TableColumn> columns, IReadOnlyList<int> widths)
        => Total(shown.Select(i => Math.Min(widths[i], columns[i].LeastWidth ?? int.MaxValue)));

    private static int Total(IEnumerable<int> widths) => widths.Sum(w => w + Gap) - Gap;
}
