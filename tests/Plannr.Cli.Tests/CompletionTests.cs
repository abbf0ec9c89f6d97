using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests;

/// <summary><c>plannr completion</c></summary>
[Platform(Exclude = "Win", Reason = "It is tested in shells of Unix.")]
public sealed class CompletionTests
{
    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("pwsh")]
    [TestCase("fish")]
    public async Task The_script_of_each_shell_has_no_mistake(string shell)
    {
        var script = (await PlannrProcess.RunAsync("completion", shell)).StandardOutput;

        Assert.That(script, Does.StartWith("#").And.Contain("[suggest:"));
        if (shell != "pwsh" && Exists(shell))
        {
            var check = await CliWrap.Cli.Wrap(shell).WithArguments(["-n"]).WithStandardInputPipe(PipeSource.FromString(script)).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
            Assert.That((check.ExitCode, check.StandardError), Is.EqualTo((0, "")));
        }
    }

    [TestCase("plannr ", "auth completion connections contract mcp sandbox")]
    [TestCase("plannr con", "connections contract")]
    [TestCase("plannr connections ", "delete list ls relabel rm update")]
    [TestCase("plannr connections list --out", "--output")]
    [TestCase("plannr connections list --output ", "csv json table")]
    [TestCase("plannr completion ", "bash fish pwsh zsh")]
    [TestCase("plannr connections relabel --from ", "")]
    public async Task Bash_completes(string line, string expected)
    {
        if (!Exists("bash"))
        {
            Assert.Ignore("There is no bash.");
        }

        var result = await CliWrap.Cli.Wrap("bash").WithArguments(["-c", $$"""
            plannr() { '{{PlannrProcess.Host}}' '{{PlannrProcess.Program}}' "$@"; }
            source <(plannr completion bash)
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<<"$COMP_LINE"
            if [[ "$COMP_LINE" == *' ' ]]; then COMP_WORDS+=(""); fi
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _plannr
            echo "${COMPREPLY[@]}"
            """]).WithEnvironmentVariables(PlannrProcess.Environment([])).ExecuteBufferedAsync();

        Assert.That(string.Join(' ', result.StandardOutput.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)), Is.EqualTo(expected), result.StandardError);
    }

    private static bool Exists(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
