using System.Globalization;
using Plannr.Sandbox;

namespace Plannr.Cli.Tests;

/// <summary><c>plannr completion</c></summary>
[Platform(Exclude = "Win", Reason = "The shells are those of Unix; PowerShell is one of them.")]
public sealed class CompletionTests
{
    // Completes {line} as if it was typed, and prints each suggestion that the shell shows.
    private const string Bash = """
        source <(plannr completion bash)
        COMP_LINE='{line}'; COMP_POINT=${#COMP_LINE}
        read -ra COMP_WORDS <<<"$COMP_LINE"
        if [[ "$COMP_LINE" == *' ' ]]; then COMP_WORDS+=(""); fi
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
        _plannr
        # What "complete -o default" does.
        if (( ${#COMPREPLY[@]} )); then printf '%s\n' "${COMPREPLY[@]}"; else compgen -f -- "${COMP_WORDS[COMP_CWORD]}"; fi
        """;

    // Completion is part of the line editor, which needs a terminal. The inner shell gets one, and reports what it would show.
    private const string Zsh = """
        zmodload zsh/zpty
        zpty inner zsh -f -i
        zpty -w inner 'source ./inner.zsh'
        zpty -r inner output '*inner:is-ready*'
        zpty -w -n inner '{line}'$'\t'
        zpty -r inner output '*inner:is-done*'
        print -r -- "$output" | tr -d '\r' | sed -n 's/^suggestion://p'
        """;

    private const string InnerZsh = """
        autoload -Uz compinit && compinit -u -D
        source <(plannr completion zsh)
        compadd() {
          local -a suggestions
          builtin compadd -O suggestions "$@"
          print -rl -- '' suggestion:${^suggestions}
        }
        finish() { print -r -- 'inner:is-done'; exit }
        comppostfuncs=(finish)
        print 'inner:is-ready'
        """;

    private const string Fish = """
        plannr completion fish | source
        complete --do-complete '{line}'
        """;

    private const string PowerShell = """
        plannr completion pwsh | Out-String | Invoke-Expression
        (TabExpansion2 -inputScript '{line}' -cursorColumn {length}).CompletionMatches.CompletionText
        """;

    private static readonly (string Line, string Expected)[] Cases =
    [
        ("plannr ", "accounts auth completion connections contract mcp sandbox webhooks"),
        ("plannr con", "connections contract"),
        ("plannr connections ", "delete list ls relabel rm update"),
        ("plannr connections list --out", "--output"),
        ("plannr connections list --output ", "csv json table"),
        ("plannr completion ", "bash fish pwsh zsh"),
        ("plannr connections list --account ", "3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70"),
        ("plannr webhooks update --event circle.", "circle.created circle.deleted circle.updated"),
        ("plannr webhooks verify lab", "labels.csv"),
        ("plannr connections relabel --from lab", "labels.csv"),
    ];

    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    [CancelAfter(120_000)]
    public async Task A_shell_completes_commands_options_values_and_file_names(string shell)
    {
        var (options, script) = shell switch
        {
            "bash" => ("-c", Bash),
            "zsh" => ("-fc", Zsh),
            "fish" => ("-c", Fish),
            _ => ("-NoProfile -Command", PowerShell),
        };
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var installed = new InstalledShell(shell);
        installed.Folder.Write("labels.csv", "");
        installed.Folder.Write("inner.zsh", InnerZsh);

        foreach (var (line, expected) in Cases)
        {
            var text = script.Replace("{line}", line, StringComparison.Ordinal).Replace("{length}", line.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

            var result = await installed.RunAsync(TestSandbox.Environment(sandbox), [.. options.Split(' '), text]);

            // File names: PowerShell suggests them with "./", and zsh twice.
            var suggestions = result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Trim().Replace("./", "", StringComparison.Ordinal)).Distinct();
            Assert.That(string.Join(' ', suggestions.Order(StringComparer.Ordinal)), Is.EqualTo(expected), () => $"'{line}' in {shell}: {result.StandardError}");
        }
    }
}
