using Spectre.Console;
using Spectre.Console.Rendering;

namespace Plannr.Cli.Output;

/// <summary>
/// Shows records on standard output, one in a row. Where the terminal is too narrow for a row, it shows each record as a table of its
/// own with one property in a row, as cells that are broken in the middle of words are hard to read.
/// </summary>
/// <param name="columns">The names of the properties.</param>
internal sealed class RecordTable(params string[] columns)
{
    // The border and the space on both sides of each cell.
    private const int WidthBesideCell = 3;

    private readonly List<Text[]> _rows = [];

    /// <summary>Adds a record, with a cell for each column.</summary>
    public void AddRow(params Text[] cells) => _rows.Add(cells);

    public void Write()
    {
        var console = Terminal.Output();
        if (Width(console) <= console.Profile.Width)
        {
            var table = new Table { Border = TableBorder.Rounded }.AddColumns(columns);
            _rows.ForEach(cells => table.AddRow(cells));
            console.Write(table);
            return;
        }

        foreach (var cells in _rows)
        {
            console.Write(PropertyTable.Of(columns.Zip(cells)));
        }
    }

    private int Width(IAnsiConsole console)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        int WidthOf(IRenderable cell) => cell.Measure(options, int.MaxValue).Max;
        return 1 + columns.Select((name, at) => WidthBesideCell + _rows.Select(r => WidthOf(r[at])).Append(WidthOf(new Text(name))).Max()).Sum();
    }
}
