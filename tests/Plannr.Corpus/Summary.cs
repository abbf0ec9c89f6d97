namespace Plannr.Corpus;

/// <summary>Counts the outcomes.</summary>
internal static class Summary
{
    /// <returns>A line for each version of OpenAPI, and one for the rules that refuse documents.</returns>
    public static IEnumerable<string> Lines(IReadOnlyCollection<DocumentOutcome> outcomes)
    {
        foreach (var version in outcomes.GroupBy(o => o.Document.OpenApi).OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            var unchanged = version.Count(o => o.Unchanged.Kind == OutcomeKind.Generated);
            var reduced = version.Count(o => o.Reduced?.Kind == OutcomeKind.Generated);
            yield return $"OpenAPI {version.Key}: {unchanged} of {version.Count()} are generated unchanged ({(double)unchanged / version.Count():0 %}), {reduced} more reduced, {version.Count(o => o.HasFailed)} FAILED";
        }

        var refusals =
            from outcome in outcomes
            from rule in outcome.Unchanged.Rules
            group rule by rule into documents
            orderby documents.Count() descending, documents.Key
            select $"{documents.Key} {documents.Count()}";
        yield return $"Unchanged documents that a rule refuses: {string.Join(", ", refusals.DefaultIfEmpty("none"))}";
    }
}
