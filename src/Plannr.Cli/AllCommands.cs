using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.Cli.Contracts;
using Plannr.Cli.Sandbox;

namespace Plannr.Cli;

/// <summary>The commands of this program. Plannr.Cli.Native has only those that need no more than the client.</summary>
internal static class AllCommands
{
    public static RootCommand Create() => PlannrCommand.Create(ContractCommand.Create(), SandboxCommand.Create(), McpCommand.Create());
}
