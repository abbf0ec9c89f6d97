using System.Globalization;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Completions;

/// <summary>Tests the completions of <c>plannr completion</c> in each shell.</summary>
[Platform(Exclude = "Win", Reason = "The tests need the shells of Unix.")]
public sealed class CompletionTests
{
    // Completes {line} as if it were typed, and prints each suggestion that the shell shows.
    private const string Bash = """
        source <(plannr completion bash)
        COMP_LINE='{line}'; COMP_POINT=${#COMP_LINE}
        read -ra COMP_WORDS <<<"$COMP_LINE"
        if [[ "$COMP_LINE" == *' ' ]]; then COMP_WORDS+=(""); fi
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
        # compopt fails outside of a completion, so this function records the call.
        compopt() { files=1; }
        _plannr
        if (( ${#COMPREPLY[@]} )); then printf '%s\n' "${COMPREPLY[@]}"; elif [[ "$files" ]]; then compgen -f -- "${COMP_WORDS[COMP_CWORD]}"; fi
        """;

    // zsh completes in its line editor only, which needs a terminal. The inner shell has a pseudo-terminal, and prints what it would show.
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
          local at="${@[(i)-d]}"
          if (( at < $# )); then
            local name="${@[at+1]}"
            print -rl -- display:${(P)^name}
          fi
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
        ("plannr ", "accounts api auth completion connections contract help mcp sandbox webhooks"),
        ("plannr con", "connections contract"),
        ("plannr connections ", "delete list ls relabel rm update view"),
        ("plannr help connections v", "view"),
        ("plannr completion ", "bash fish pwsh zsh"),
        ("plannr connections list --out", "--output"),
        ("plannr connections list --output ", "csv json table"),
        ("plannr connections list --order ", "asc desc"),
        ("plannr connections list --json uuid,la", "uuid,label"),
        ("plannr connections list --account ", "11111111-1111-4111-8111-111111111111 11111111-1111-4111-8111-111111111112"),
        ("plannr connections view ", $"{TestSandbox.Uuid(1)} {TestSandbox.Uuid(2)} {TestSandbox.Uuid(3)}"),
        ("plannr connections update 22222222-2222-4222-8222-000000000002", $"{TestSandbox.Uuid(2)}"),
        ("plannr connections list --provider f", "fundment"),
        ("plannr webhooks view ", "33333333-3333-4333-8333-333333333333 33333333-3333-4333-8333-333333333334"),
        ("plannr webhooks update --event circle.", "circle.created circle.deleted circle.updated"),
        ("plannr webhooks verify lab", "labels.csv"),
        ("plannr connections relabel --from lab", "labels.csv"),
        // These words do not accept a file.
        ("plannr connections list lab", ""),
        ("plannr connections list --retries ", ""),
        ("plannr connections list --sandbox ", ""),
        ("plannr connections update --label lab", ""),
    ];

    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    [CancelAfter(240_000)]
    public async Task Shell_completes_commands_options_and_values_and_file_names_only_for_file_options(string shell)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var installed = Install(shell);

        foreach (var (line, expected) in Cases)
        {
            var (suggestions, error) = await SuggestionsAsync(line);
            // plannr suggests nothing if the API has not responded within three seconds, which a busy machine can need.
            for (var retries = 0; retries < 4 && suggestions.Length == 0 && expected.Length > 0; retries++)
            {
                (suggestions, error) = await SuggestionsAsync(line);
            }

            // PowerShell inserts only the last of several values that commas separate.
            var inserted = shell == "pwsh" ? expected.Replace("uuid,", "", StringComparison.Ordinal) : expected;
            Assert.That(string.Join(' ', suggestions.Order(StringComparer.Ordinal)), Is.EqualTo(inserted), () => $"'{line}' in {shell}: {error}");
        }

        async Task<(string[] Suggestions, string Error)> SuggestionsAsync(string line)
        {
            var result = await CompleteAsync(installed, shell, Script(shell), line, TestSandbox.Environment(sandbox));

            // PowerShell suggests file names with "./", and zsh suggests them twice. A tab precedes a description in fish, and two spaces in bash.
            var texts = result.StandardOutput.Split('\n').Select(s => s.Split('\t')[0].Split("  ")[0].Trim().Replace("./", "", StringComparison.Ordinal));
            return ([.. texts.Where(s => s.Length > 0).Distinct()], result.StandardError);
        }
    }

    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    [CancelAfter(120_000)]
    public async Task Shell_shows_the_label_next_to_the_UUID_of_each_connection(string shell)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var installed = Install(shell);
        var script = Script(shell).Replace("CompletionText", "ListItemText", StringComparison.Ordinal).Replace("^suggestion:", "^display:", StringComparison.Ordinal);

        var result = await CompleteAsync(installed, shell, script, "plannr connections view ", TestSandbox.Environment(sandbox));

        Assert.That(result.StandardOutput, Does.Match($"{TestSandbox.Uuid(1)}(\t|  \\()First").And.Match($"{TestSandbox.Uuid(2)}(\t|  \\()Second, \"quoted\" = é"), result.StandardError);
    }

    private static string Script(string shell) => shell switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell };

    private static InstalledShell Install(string shell)
    {
        var installed = new InstalledShell(shell);
        installed.Folder.Write("labels.csv", "");
        installed.Folder.Write("inner.zsh", InnerZsh);
        return installed;
    }

    private static Task<BufferedCommandResult> CompleteAsync(InstalledShell installed, string shell, string script, string line, Dictionary<string, string?> environment)
    {
        var options = shell switch { "zsh" => "-fc", "pwsh" => "-NoProfile -Command", _ => "-c" };
        var text = script.Replace("{line}", line, StringComparison.Ordinal).Replace("{length}", line.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return installed.RunAsync(environment, [.. options.Split(' '), text]);
    }
}
