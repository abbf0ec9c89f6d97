using Plannr.Mcp.Documentation;
using Plannr.Mcp.Search;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// Words that the portal's search finds operations by, although the contract does not use them. The search is Scalar's and compares letters;
/// so each operation gets the words for which the search of the MCP server ranks it first.
/// </summary>
internal sealed class PortalSynonyms
{
    private readonly ILookup<string?, string> _words;

    public PortalSynonyms(ApiDocumentation documentation)
    {
        var index = new SearchIndex(SearchEntries.Of(documentation, []));
        _words = SearchWords.Vocabulary.ToLookup(word => index.Find(word).FirstOrDefault(e => e.Kind == SearchEntry.Operation)?.Source);
    }

    /// <summary>Returns a description that also has the words, in a comment that is not shown.</summary>
    public string? Describe(ApiOperation operation)
    {
        var words = string.Join(' ', _words[operation.Place.Citation]);
        return words.Length == 0 ? operation.Description : $"{operation.Description}\n\n<!-- {words} -->".TrimStart();
    }
}
