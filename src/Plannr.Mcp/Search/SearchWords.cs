using System.Text.RegularExpressions;

namespace Plannr.Mcp.Search;

/// <summary>Splits text into words for the search: split at capitals, without stop words and endings.</summary>
internal static partial class SearchWords
{
    private static readonly HashSet<string> StopWords =
    [
        "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "has", "have", "how", "i", "if", "in", "into",
        "is", "it", "its", "may", "me", "my", "of", "on", "one", "or", "our", "should", "that", "the", "their", "there", "this", "to", "up", "use", "want",
        "was", "we", "what", "when", "where", "which", "who", "will", "with", "you", "your",
    ];

    // Synonyms in the context of an API. Each line has one meaning; a word may have several meanings.
    private static readonly string[][] Actions =
    [
        ["update", "change", "edit", "modify", "set", "replace", "alter", "correct"],
        ["delete", "remove", "drop", "disconnect", "unlink", "revoke", "destroy"],
        ["list", "all", "every", "show", "get", "read", "find", "browse", "retrieve", "see", "view"],
        ["create", "add", "new", "make"],
    ];

    private static readonly string[][] Meanings =
    [
        .. Actions,
        ["label", "name", "title"],
        ["rename", "relabel", "label", "name", "update"],
        ["expire", "expiry", "expires", "expiration", "lifetime", "valid", "end"],
        ["unauthenticated", "authenticate", "authentication", "authorization", "login", "bearer", "token", "credentials"],
        ["limit", "ratelimit", "throttle", "quota", "many", "often", "429"],
        ["error", "fail", "failure", "problem", "wrong", "invalid", "validation", "422"],
        ["uuid", "id", "identifier"],
        ["date", "time", "timestamp"],
        ["url", "link", "address"],
        ["refresh", "renew", "reconnect", "reauthorize"],
        ["sandbox", "simulate", "mock", "fake", "test"],
        ["retry", "repeat", "again"],
    ];

    private static readonly HashSet<string> ActionWords = [.. Actions.SelectMany(words => words).Append("rename").Append("relabel").Select(Stem)];

    private static readonly Dictionary<string, string[]> RelatedWords = Meanings
        .SelectMany(meaning => meaning.Select(word => (Stem: Stem(word), Others: meaning.Select(Stem))))
        .GroupBy(w => w.Stem)
        .ToDictionary(g => g.Key, g => g.SelectMany(w => w.Others).Distinct().Where(o => o != g.Key).ToArray());

    public static List<string> Of(string? text)
    {
        var words = new List<string>();
        foreach (var run in Runs().Matches(text ?? "").Select(m => m.Value))
        {
            var parts = Parts().Split(run);
            IEnumerable<string> forms = parts.Length > 1 ? [run, .. parts] : [run];
            words.AddRange(forms.Select(f => f.ToLowerInvariant()).Where(f => !StopWords.Contains(f)).Select(Stem));
        }

        return words;
    }

    /// <summary>Gets all words with synonyms.</summary>
    public static IReadOnlyList<string> Vocabulary { get; } = [.. Meanings.SelectMany(words => words).Distinct()];

    /// <summary>Returns whether a word is an action.</summary>
    public static bool IsAction(string word) => ActionWords.Contains(word);

    /// <summary>Returns the synonyms of a word.</summary>
    public static IReadOnlyList<string> RelatedTo(string word) => RelatedWords.GetValueOrDefault(word) ?? [];

    private static string Stem(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }

        foreach (var (ending, least) in new[] { ("ing", 6), ("ed", 5), ("es", 5), ("s", 4), ("e", 4) })
        {
            if (word.Length >= least && word.EndsWith(ending, StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Runs();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])")]
    private static partial Regex Parts();
}
