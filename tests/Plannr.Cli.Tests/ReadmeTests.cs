using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Tests;

/// <summary>Tests that the commands in the README of the tool, and the examples in its help, are valid.</summary>
public sealed partial class ReadmeTests
{
    // The files in the commands exist only on the machine of the reader.
    private const string MissingFile = "There is no file ";

    private static IEnumerable<string> Commands
    {
        get
        {
            var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plannr.Cli.README.md")).ReplaceLineEndings("\n");
            return CodeBlock().Matches(text).SelectMany(block => CommandLine().Matches(block.Value)).Select(match => match.Groups[1].Value.Trim()).Distinct();
        }
    }

    private static IEnumerable<string> Examples => ExamplesOf(AllCommands.Create()).SelectMany(e => CommandLine().Matches(e)).Select(match => match.Groups[1].Value.Trim()).Distinct();

    [TestCaseSource(nameof(Commands))]
    [TestCaseSource(nameof(Examples))]
    public void Command_in_the_README_or_the_help_is_valid(string command)
        => Assert.That(AllCommands.Create().Parse(CommandLineParser.SplitCommandLine(command.Replace('\'', '"')).Skip(1).ToArray()).Errors.Select(e => e.Message).Where(m => !m.StartsWith(MissingFile, StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void README_and_help_contain_commands()
    {
        Assert.That(Commands.Count(), Is.GreaterThan(15));
        Assert.That(Examples.Count(), Is.GreaterThan(30));
    }

    private static IEnumerable<string> ExamplesOf(System.CommandLine.Command command)
        => (command is DocumentedCommand documented ? documented.Examples : []).Concat(command.Subcommands.SelectMany(ExamplesOf));

    [GeneratedRegex("^```(sh)?\n.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    // A command ends at a pipe, a redirection or a comment.
    [GeneratedRegex(@"(?:^|\$ |\| )(plannr [^|<>#\n]*)", RegexOptions.Multiline)]
    private static partial Regex CommandLine();
}
