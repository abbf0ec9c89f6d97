using Spectre.Console;

namespace Plannr.Cli.Output.Tables;

/// <summary>
/// Writes records to standard output, each on one line. A terminal gets a header and as much as fits its width. A pipe or a file gets all
/// values in full (<see cref="TabSeparatedText"/>), without a header.
/// </summary>
/// <param name="columns">The columns.</param>
internal sealed class RecordTable(params IReadOnlyList<TableColumn> columns)
{
    private static readonly Style HeaderStyle = new(decoration: Decoration.Dim);

    private readonly List<TableCell[]> _rows = [];

    /// <summary>Adds a record, with a cell for each column.</summary>
    public void AddRow(params TableCell[] cells) => _rows.Add(cells);

    /// <summary>Writes the table to standard output.</summary>
    public void Write()
    {
        if (Terminal.ShowsOutput)
        {
            WriteTo(Terminal.Output());
            return;
        }

        foreach (var row in _rows)
        {
            Console.Out.Write(TabSeparatedText.Line(row.Select(c => c.Value)) + "\n");
        }
    }

    /// <summary>Writes the table for the width of a terminal.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        var header = columns.Select(c => new TableCell(c.Name, c.Name, HeaderStyle)).ToArray();
        var widths = columns.Select((_, i) => _rows.Append(header).Max(r => CellText.Width(r[i].Text))).ToList();
        var layout = TableLayout.Of(columns, widths, console.Profile.Width);
        // Lines that are still too long are wrapped by the terminal itself, so that the text can be copied without line breaks.
        console.Profile.Width = Terminal.Unlimited;
        foreach (var row in _rows.Prepend(header))
        {
            console.Write(Line(row, layout));
        }
    }

    private static Paragraph Line(TableCell[] row, TableLayout layout)
    {
        var line = new Paragraph();
        foreach (var (index, width) in layout.Columns)
        {
            var cell = row[index];
            var text = CellText.Cut(cell.Text, width);
            line.Append(text, cell.Style);
            if (index != layout.Columns[^1].Index)
            {
                // The space has no style, because it would be underlined too.
                line.Append(new string(' ', width - CellText.Width(text) + TableLayout.Gap));
            }
        }

        return line.Append("\n");
    }
}
