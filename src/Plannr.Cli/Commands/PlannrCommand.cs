using System.CommandLine;
using System.CommandLine.Help;
using Plannr.Cli.Accounts;
using Plannr.Cli.Authentication;
using Plannr.Cli.Completions;
using Plannr.Cli.Connections;
using Plannr.Cli.Requests;
using Plannr.Cli.Webhooks;

namespace Plannr.Cli.Commands;

/// <summary><c>plannr</c></summary>
internal static class PlannrCommand
{
    private const string Description =
        "The command line for Plannr. The access token comes from 'plannr auth login', the environment variable PLANNR_ACCESS_TOKEN or --token-file. With --sandbox, no token is needed.";

    /// <param name="others">The commands that need more than the client.</param>
    public static RootCommand Create(params Command[] others)
    {
        var root = new RootCommand(Description)
        {
            ConnectionsCommand.Create(),
            AccountsCommand.Create(),
            WebhooksCommand.Create(),
            ApiCommand.Create(),
            AuthCommand.Create(),
        };
        foreach (var command in others.Append(CompletionCommand.Create()))
        {
            root.Subcommands.Add(command);
        }

        root.Subcommands.Add(HelpCommand.Create(root));
        root.Subcommands.Add(SuggestCommand.Create(root));
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Options.Insert(0, HelpWithExamples.Option());
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        return root;
    }
}
