using System.CommandLine;
using Plannr.Cli;
using Plannr.Sandbox.CommandLine;

var plannr = new RootCommand("Plannr at the command line. The access token comes from the environment variable PLANNR_ACCESS_TOKEN.")
{
    new Command("connections", "The OAuth2 connections between a Plannr account and third-party providers.")
    {
        ConnectionsUpdateCommand.Create(),
    },
    SandboxCommand.Create(),
    McpCommand.Create(),
};

return await CommandLineProgram.RunAsync(plannr, "plannr", args.Length > 0 ? args : ["--help"]);
