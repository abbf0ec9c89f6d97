using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;

namespace Plannr.Cli.Completions;

/// <summary><c>plannr completion</c>. The scripts get the suggestions from <c>plannr</c> itself, so that they are never outdated.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "pwsh", "fish"];

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "The shell.", HelpName = string.Join('|', Shells) };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new DocumentedCommand(
            "completion",
            "Print a script that completes commands and options when Tab is pressed.",
            "# bash, in ~/.bashrc:",
            "source <(plannr completion bash)",
            "# zsh, in ~/.zshrc:",
            "source <(plannr completion zsh)",
            "# PowerShell, in $PROFILE:",
            "plannr completion pwsh | Out-String | Invoke-Expression",
            "# fish:",
            "plannr completion fish > ~/.config/fish/completions/plannr.fish")
        {
            shell,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await TextOutput.WriteAsync(await ScriptAsync(arguments.GetRequiredValue(shell), cancellationToken), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> ScriptAsync(string shell, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream($"plannr.{shell}")!);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
