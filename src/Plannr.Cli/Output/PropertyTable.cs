using Spectre.Console;

namespace Plannr.Cli.Output;

/// <summary>
/// Shows one record on standard output, with a property in each line: at a terminal its name and what a person reads; in a pipe or a file its
/// name, a tab and the whole value (<see cref="TabSeparatedText"/>).
/// </summary>
internal static class PropertyTable
{
    private static readonly Style NameStyle = new(decoration: Decoration.Dim);

    /// <summary>Writes the properties. A terminal shows a name once if several properties in a row have it.</summary>
    public static void Write(IReadOnlyList<(string Name, TableCell Value)> properties)
    {
        var width = properties.Max(p => CellText.Width(p.Name)) + TableLayout.Gap;
        var console = Terminal.Output();
        // The terminal breaks what is too long, and not between words, so that it can be copied.
        console.Profile.Width = Terminal.Unlimited;
        var last = "";
        foreach (var (name, cell) in properties)
        {
            if (Terminal.ShowsOutput)
            {
                var shown = name == last ? "" : name;
                console.Write(new Paragraph().Append(CellText.Pad(shown, width), NameStyle).Append(cell.Text, cell.Style).Append("\n"));
            }
            else
            {
                Console.Out.Write(TabSeparatedText.Line([name, cell.Value]) + "\n");
            }

            last = name;
        }
    }
}
