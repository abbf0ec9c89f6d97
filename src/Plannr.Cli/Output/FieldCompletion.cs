using System.CommandLine.Completions;

namespace Plannr.Cli.Output;

/// <summary>Suggests values of an option that takes several, separated by commas.</summary>
internal static class FieldCompletion
{
    /// <summary>Returns the word with each value that it does not have yet in the place of its last one.</summary>
    public static IEnumerable<CompletionItem> Suggest(string word, IReadOnlyList<string> known)
    {
        var given = word.Contains(',', StringComparison.Ordinal) ? word[..(word.LastIndexOf(',') + 1)] : "";
        return known.Except(given.Split(',')).Select(name => new CompletionItem(given + name));
    }
}
