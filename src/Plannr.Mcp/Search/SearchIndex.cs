using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Search;

/// <summary>
/// Ranks the entries by the words that they share with a question. Rare words have a higher weight, and so have words of the title. Words of a
/// long text and synonyms have a lower weight. A misspelled word counts as its nearest neighbor. A library is not used for these few hundred
/// entries: the only one on the package feed is Lucene.NET, whose version 4.8 is a beta and larger than this package.
/// </summary>
internal sealed class SearchIndex
{
    private const double TitleWeight = 3;
    private const double TextWeight = 1.5;
    private const double RelatedWeight = 1;
    private const double SynonymWeight = 0.5;
    private const double MisspeltWeight = 0.7;
    // The weight of a synonym of a better match.
    private const double OtherMeaningWeight = 0.25;
    // Further occurrences of a word add little weight.
    private const double Saturation = 1.5;
    // The lower weight of words in long texts, from 0 (none) to 1 (proportional).
    private const double LengthPenalty = 0.15;
    private const int MinMisspellingLength = 3;
    // One letter in this many may be wrong, but at least one in any word.
    private const int LettersPerMistake = 4;

    private readonly List<(SearchEntry Entry, Dictionary<string, double> Words)> _entries;
    private readonly Dictionary<string, int> _entriesWithWord = new(StringComparer.Ordinal);

    public SearchIndex(IEnumerable<SearchEntry> entries)
    {
        var texts = entries.Select(e => (Entry: e, Text: SearchWords.Of(e.Text))).ToList();
        var usualLength = texts.Select(t => t.Text.Count).Where(length => length > 0).DefaultIfEmpty(1).Average();
        _entries = [.. texts.Select(t => (t.Entry, Words(t.Entry, t.Text, usualLength)))];
        foreach (var word in _entries.SelectMany(e => e.Words.Keys))
        {
            _entriesWithWord[word] = _entriesWithWord.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>Returns the matching entries, the best match first.</summary>
    public IReadOnlyList<SearchEntry> Find(string question)
    {
        var words = SearchWords.Of(question).Distinct().ToList();
        // A question about an action looks for an operation.
        var asksForAction = words.Any(SearchWords.IsAction);
        var terms = words.Select(Alternatives).ToList();
        var matches = _entries.Select(e => Score(e.Entry, e.Words, terms, asksForAction) with { IsNamed = IsNamed(e.Entry, question) })
            .Where(m => m.IsNamed || m.Score > 0)
            .OrderByDescending(m => m.IsNamed)
            .ThenByDescending(m => m.Score)
            .ThenBy(m => m.Entry.Source, StringComparer.Ordinal)
            .ToList();
        MoveDestructiveBack(matches);
        return [.. matches.Select(m => m.Entry)];
    }

    // Compares the whole name, because its words may be stop words, such as in Me_Get.
    private static bool IsNamed(SearchEntry entry, string question) => question.Trim().Equals(entry.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Moves an operation that deletes data behind the best other operation that matches a further word of the question: "remove a label" means
    /// an update of a resource with a label.
    /// </summary>
    private static void MoveDestructiveBack(List<Match> matches)
    {
        foreach (var destructive in matches.Where(m => m.Entry.IsDestructive && !m.IsNamed).ToList())
        {
            var at = matches.IndexOf(destructive);
            var other = matches.FindIndex(m => m.Entry is { Kind: SearchEntry.Operation, IsDestructive: false } && m.Terms.Except(destructive.Terms).Any());
            if (other > at)
            {
                matches.RemoveAt(at);
                matches.Insert(other, destructive);
            }
        }
    }

    private static Dictionary<string, double> Words(SearchEntry entry, List<string> text, double usualLength)
    {
        var textWeight = TextWeight / (1 - LengthPenalty + (LengthPenalty * text.Count / usualLength));
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (field, weight) in new[] { (SearchWords.Of(entry.Title), TitleWeight), (text, textWeight), (SearchWords.Of(entry.Related), RelatedWeight) })
        {
            foreach (var word in field.Distinct())
            {
                words[word] = words.GetValueOrDefault(word) + weight;
            }
        }

        return words;
    }

    /// <summary>Returns the word or its correction, and its synonyms.</summary>
    private List<(string Word, double Weight)> Alternatives(string word)
    {
        var alternatives = new List<(string, double)> { (word, 1) };
        alternatives.AddRange(SearchWords.RelatedTo(word).Select(r => (r, SynonymWeight)));
        if (!alternatives.Any(a => _entriesWithWord.ContainsKey(a.Item1)) && word.Length >= MinMisspellingLength)
        {
            alternatives.AddRange(_entriesWithWord.Keys.Where(k => k.Length >= MinMisspellingLength && NearMatches.Distance(word, k) <= Math.Max(1, word.Length / LettersPerMistake)).Select(k => (k, MisspeltWeight)));
        }

        return alternatives;
    }

    private Match Score(SearchEntry entry, Dictionary<string, double> words, List<List<(string Word, double Weight)>> terms, bool asksForAction)
    {
        var score = 0.0;
        var found = new List<int>();
        for (var i = 0; i < terms.Count; i++)
        {
            var fits = terms[i].Where(a => words.ContainsKey(a.Word)).Select(a => a.Weight * Rarity(a.Word) * words[a.Word] / (words[a.Word] + Saturation)).ToList();
            if (fits.Count > 0)
            {
                score += fits.Max() + (OtherMeaningWeight * (fits.Sum() - fits.Max()));
                found.Add(i);
            }
        }

        var standing = entry.Kind switch { SearchEntry.Operation => asksForAction ? 2.0 : 1.5, SearchEntry.Guide => 1.1, "schema" => 1.1, _ => 1.0 };
        return new Match(entry, terms.Count == 0 ? 0 : score * standing * found.Count / terms.Count, found);
    }

    private double Rarity(string word) => Math.Log(1 + ((_entries.Count + 1.0) / _entriesWithWord[word]));

    /// <summary>An entry with its score and the matching words of the question.</summary>
    private sealed record Match(SearchEntry Entry, double Score, IReadOnlyList<int> Terms)
    {
        public bool IsNamed { get; init; }
    }
}
