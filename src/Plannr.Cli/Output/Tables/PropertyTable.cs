using Spectre.Console;

namespace Plannr.Cli.Output.Tables;

/// <summary>
/// Writes one record to standard output, with each property on its own line. A terminal gets the name and a readable value. A pipe or a
/// file gets the name, a tab and the whole value (<see cref="TabSeparatedText"/>).
/// </summary>
internal static class PropertyTable
{
    private static readonly Style NameStyle = new(decoration: Decoration.Dim);

    /// <summary>Writes the properties. On a terminal, the name of consecutive properties with the same name is written once.</summary>
    public static void Write(IReadOnlyList<(string Name, TableCell Value)> properties)
    {
        var width = properties.Max(p => CellText.Width(p.Name)) + TableLayout.Gap;
        var console = Terminal.Output();
        // Long lines are wrapped by the terminal itself, so that the text can be copied without line breaks.
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
