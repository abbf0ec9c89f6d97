using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>Tests the shells with which the command lines are checked.</summary>
public sealed class ShellTests
{
    private static readonly Dictionary<string, string> Variables = new() { ["A"] = "100% of $A & \"that\" (x86)", ["B"] = "" };

    [TestCase("tool.exe one  \"two three\" ", "tool.exe|one|two three")]
    [TestCase("\"C:\\my tools\\\" a\\b \"c\\\\\" \"d\\\"e\" \"\"", "C:\\my tools\\|a\\b|c\\|d\"e|")]
    [TestCase("tool \"a;Templates=b\\\" \"c\"", "tool|a;Templates=b\" c", Description = "A backslash before a quote escapes the quote.")]
    [TestCase("tool \"50% of a\" \"b\"", "tool|50 of a|b", Description = "A single percent sign is removed.")]
    [TestCase("tool \"50%% of a\" %X%\"%Y%\"", "tool|50% of a|")]
    [TestCase("tool \"a & (b)\" \"it''s #é$\"", "tool|a & (b)|it''s #é$")]
    public void Command_prompt_splits_a_line_as_Windows_does(string line, string arguments)
        => Assert.That(string.Join('|', CommandPrompt.Arguments(line, new Dictionary<string, string>())), Is.EqualTo(arguments));

    [Test]
    public void Command_prompt_does_not_expand_percent_signs_in_values()
        => Assert.That(CommandPrompt.Arguments("tool \"%P%\"", new Dictionary<string, string> { ["P"] = "C:\\100%\\%P%\\x" }), Is.EqualTo(new[] { "tool", "C:\\100%\\%P%\\x" }));

    [Test]
    public void Command_prompt_does_not_parse_values_of_delayed_expansion()
        => Assert.That(CommandPrompt.Arguments("setlocal EnableDelayedExpansion\r\ntool \"!P!\"", new Dictionary<string, string> { ["P"] = "C:\\100% ^ !P! &\\x" }), Is.EqualTo(new[] { "tool", "C:\\100% ^ !P! &\\x" }));

    [TestCase("tool a & b")]
    [TestCase("tool a\r\ntool b")]
    [TestCase("tool \"a\" > b")]
    public void Command_prompt_rejects_more_than_one_command(string line)
        => Assert.That(() => CommandPrompt.Arguments(line, Variables), Throws.TypeOf<FormatException>());

    [TestCase("tool $A")]
    [TestCase("tool \"$(id)\"")]
    [TestCase("tool `id`")]
    [TestCase("tool a;b")]
    [TestCase("tool 'a")]
    [TestCase("tool \"a")]
    public void Posix_shell_rejects_syntax_that_the_targets_must_not_use(string line)
        => Assert.That(() => PosixShell.Arguments(line, Variables), Throws.TypeOf<FormatException>());

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no sh.")]
    public async Task Posix_shell_splits_a_line_as_sh_does()
    {
        const string Line = "one  \"two three\" \"$A\" a\"b\"c \"\" \"$B\" \"x\\$y\\\\z\\w\" \"it's #1 & 100% (x86) é\" q\\ r=%A% ";

        var printed = await Cli.Wrap("sh").WithArguments(["-c", "printf '%s\\n' " + Line]).WithEnvironmentVariables(v => v.Set(Variables!)).ExecuteBufferedAsync();

        Assert.That(PosixShell.Arguments(Line, Variables), Is.EqualTo(printed.StandardOutput.TrimEnd('\n').Split('\n')));
    }
}
