namespace Plannr.Corpus;

/// <summary>Counts the outcomes.</summary>
internal static class Summary
{
    /// <returns>A line for each version of OpenAPI, and one for the rules that refuse documents.</returns>
    public static IEnumerable<string> Lines(IReadOnlyCollection<DocumentOutcome> outcomes)
    {
        foreach (var version in outcomes.GroupBy(o => o.Document.OpenApi).OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            var asTheyAre = version.Count(o => o.AsItIs.Kind == OutcomeKind.Generated);
            var cutDown = version.Count(o => o.CutDown?.Kind == OutcomeKind.Generated);
            yield return $"OpenAPI {version.Key}: {asTheyAre} of {version.Count()} are generated as they are ({(double)asTheyAre / version.Count():0 %}), {cutDown} more cut down, {version.Count(o => o.HasFailed)} FAILED";
        }

        var refusals =
            from outcome in outcomes
            from rule in outcome.AsItIs.Rules
            group rule by rule into documents
            orderby documents.Count() descending, documents.Key
            select $"{documents.Key} {documents.Count()}";
        yield return $"Documents that a rule refuses as they are: {string.Join(", ", refusals.DefaultIfEmpty("none"))}";
    }
}
