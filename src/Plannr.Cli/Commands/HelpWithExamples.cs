using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Plannr.Cli.Commands;

/// <summary>Shows the default help, followed by the command's examples.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new();

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Creates the option that shows the help. System.CommandLine's own option has more aliases, such as <c>/?</c>, which shells would suggest.</summary>
    public static HelpOption Option() => new("--help", "-h") { Action = new HelpWithExamples(), Description = "Show help and examples." };

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand { Examples.Count: > 0 } command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine("  " + example);
            }

            output.WriteLine();
        }

        return result;
    }
}
