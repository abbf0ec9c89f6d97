using System.CommandLine.Completions;

namespace Plannr.Cli.Output.Json;

/// <summary>Suggests values for an option with several values, separated by commas.</summary>
internal static class FieldCompletion
{
    /// <summary>Returns the word with its last value replaced by each value that it does not contain yet.</summary>
    public static IEnumerable<CompletionItem> Suggest(string word, IReadOnlyList<string> known)
    {
        var given = word.Contains(',', StringComparison.Ordinal) ? word[..(word.LastIndexOf(',') + 1)] : "";
        return known.Except(given.Split(',')).Select(name => new CompletionItem(given + name));
    }
}
