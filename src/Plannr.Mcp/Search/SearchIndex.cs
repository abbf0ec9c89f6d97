using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Search;

/// <summary>
/// Ranks the entries by the words they share with a question: rare words count more, words of the title more than those of
/// the text, words that mean the same less, and a misspelt word as its nearest neighbour.
/// </summary>
internal sealed class SearchIndex
{
    private const double TitleWeight = 3;
    private const double TextWeight = 1.5;
    private const double RelatedWeight = 1;
    private const double SynonymWeight = 0.5;
    private const double MisspeltWeight = 0.7;
    // A word that is there often says little more than one that is there once.
    private const double Saturation = 1.5;
    private const int ShortestMisspelling = 3;
    // One letter in so many may be wrong, and one in any case.
    private const int LettersPerMistake = 4;

    private readonly List<(SearchEntry Entry, Dictionary<string, double> Words)> _entries;
    private readonly Dictionary<string, int> _entriesWithWord = new(StringComparer.Ordinal);

    public SearchIndex(IEnumerable<SearchEntry> entries)
    {
        _entries = [.. entries.Select(e => (e, Words(e)))];
        foreach (var word in _entries.SelectMany(e => e.Words.Keys))
        {
            _entriesWithWord[word] = _entriesWithWord.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>What fits the question, the best first.</summary>
    public IReadOnlyList<SearchEntry> Find(string question)
    {
        var terms = SearchWords.Of(question).Distinct().Select(Alternatives).ToList();
        return
        [
            .. _entries.Select(e => (e.Entry, IsNamed: IsNamed(e.Entry, question), Score: Score(e.Entry, e.Words, terms)))
                .Where(e => e.IsNamed || e.Score > 0)
                .OrderByDescending(e => e.IsNamed)
                .ThenByDescending(e => e.Score)
                .ThenBy(e => e.Entry.Source, StringComparer.Ordinal)
                .Select(e => e.Entry),
        ];
    }

    // The words of a name can be stop words, such as those of Me_Get.
    private static bool IsNamed(SearchEntry entry, string question) => question.Trim().Equals(entry.Name, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, double> Words(SearchEntry entry)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (text, weight) in new[] { (entry.Title, TitleWeight), (entry.Text, TextWeight), (entry.Related, RelatedWeight) })
        {
            foreach (var word in SearchWords.Of(text).Distinct())
            {
                words[word] = words.GetValueOrDefault(word) + weight;
            }
        }

        return words;
    }

    /// <summary>The word itself, or what it was meant to be, and the words that mean the same.</summary>
    private List<(string Word, double Weight)> Alternatives(string word)
    {
        var alternatives = new List<(string, double)> { (word, 1) };
        alternatives.AddRange(SearchWords.RelatedTo(word).Select(r => (r, SynonymWeight)));
        if (!alternatives.Any(a => _entriesWithWord.ContainsKey(a.Item1)) && word.Length >= ShortestMisspelling)
        {
            alternatives.AddRange(_entriesWithWord.Keys.Where(k => k.Length >= ShortestMisspelling && NearMatches.Distance(word, k) <= Math.Max(1, word.Length / LettersPerMistake)).Select(k => (k, MisspeltWeight)));
        }

        return alternatives;
    }

    private double Score(SearchEntry entry, Dictionary<string, double> words, List<List<(string Word, double Weight)>> terms)
    {
        var score = 0.0;
        var found = 0;
        foreach (var alternatives in terms)
        {
            var best = alternatives.Max(a => words.TryGetValue(a.Word, out var count) ? a.Weight * Rarity(a.Word) * count / (count + Saturation) : 0);
            score += best;
            found += best > 0 ? 1 : 0;
        }

        // Who asks how something is done is looking for an operation.
        var standing = entry.Kind switch { "operation" => 1.5, "schema" => 1.1, _ => 1.0 };
        return terms.Count == 0 ? 0 : score * standing * found / terms.Count;
    }

    private double Rarity(string word) => Math.Log(1 + ((_entries.Count + 1.0) / _entriesWithWord[word]));
}
