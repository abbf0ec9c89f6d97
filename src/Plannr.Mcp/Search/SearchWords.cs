using System.Text.RegularExpressions;

namespace Plannr.Mcp.Search;

/// <summary>The words of a text as the search compares them: split at capitals, without stop words and endings.</summary>
internal static partial class SearchWords
{
    private static readonly HashSet<string> StopWords =
    [
        "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "has", "have", "how", "i", "if", "in", "into",
        "is", "it", "its", "me", "my", "of", "on", "one", "or", "our", "should", "that", "the", "their", "there", "this", "to", "up", "want", "was",
        "we", "what", "when", "where", "which", "who", "will", "with", "you", "your",
    ];

    // What people say for one another when they speak of an API. Each line is one meaning; a word may have several.
    private static readonly string[][] Meanings =
    [
        ["update", "change", "edit", "modify", "set", "replace", "alter", "rename", "correct"],
        ["label", "name", "title", "rename", "call"],
        ["delete", "remove", "drop", "disconnect", "unlink", "revoke", "destroy"],
        ["list", "all", "every", "show", "get", "read", "find", "browse", "retrieve", "see", "view"],
        ["create", "add", "new", "make"],
        ["expire", "expiry", "expires", "expiration", "lifetime", "valid", "end"],
        ["unauthenticated", "authenticate", "authentication", "authorization", "login", "bearer", "token", "credentials"],
        ["limit", "ratelimit", "throttle", "quota", "many", "often", "429"],
        ["error", "fail", "failure", "problem", "wrong", "invalid", "validation", "422"],
        ["uuid", "id", "identifier"],
        ["date", "time", "timestamp"],
        ["url", "link", "address"],
    ];

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

    /// <summary>The words that mean nearly the same.</summary>
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
