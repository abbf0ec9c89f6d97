using Spectre.Console;

namespace Plannr.Cli.Output;

/// <summary>A table of one record, with a property in each row.</summary>
internal static class PropertyTable
{
    public static Table Of(IEnumerable<(string Name, Text Value)> properties)
    {
        var table = new Table { ShowHeaders = false, Border = TableBorder.Rounded }.AddColumns("Property", "Value");
        foreach (var (name, value) in properties)
        {
            table.AddRow(new Text(name), value);
        }

        return table;
    }
}
