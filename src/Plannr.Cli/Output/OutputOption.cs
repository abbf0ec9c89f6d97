using System.CommandLine;

namespace Plannr.Cli.Output;

/// <summary>The option <c>--output</c>.</summary>
internal static class OutputOption
{
    public const string Table = "table";
    public const string Json = "json";
    public const string Csv = "csv";

    public static Option<string> Of(string what, params string[] formats)
    {
        var option = new Option<string>("--output", "-o")
        {
            Description = $"How {what} shown: {string.Join(", ", formats)}. json is what the API answered, as it came.",
            DefaultValueFactory = _ => Table,
            HelpName = string.Join('|', formats),
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
