using System.CommandLine;
using System.CommandLine.Parsing;
using Plannr.Cli;

var plannr = new RootCommand("Plannr at the command line. The access token comes from the environment variable PLANNR_ACCESS_TOKEN.")
{
    new Command("connections", "The OAuth2 connections between a Plannr account and third-party providers.")
    {
        ConnectionsUpdateCommand.Create(),
    },
    McpCommand.Create(),
};

var arguments = plannr.Parse(args.Length > 0 ? args : ["--help"]);
if (arguments.Errors.Count > 0)
{
    foreach (var error in arguments.Errors)
    {
        var message = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var option = (error.SymbolResult as OptionResult)?.Option.Name ?? "";
        Console.Error.WriteLine(message.Contains(option, StringComparison.Ordinal) ? $"plannr: {message}" : $"plannr: {option}: {message}");
    }

    Console.Error.WriteLine("plannr: --help shows how a command is written.");
    return ExitCode.Usage;
}

return await arguments.InvokeAsync();
