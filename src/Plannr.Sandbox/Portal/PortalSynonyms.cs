using Plannr.Mcp.Documentation;
using Plannr.Mcp.Search;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// Adds words to operations for the portal's search that the contract does not use. Scalar's search only compares letters, so each operation
/// gets the words for which the search of the MCP server ranks it first.
/// </summary>
internal sealed class PortalSynonyms
{
    private readonly ILookup<string?, string> _words;

    public PortalSynonyms(ApiDocumentation documentation)
    {
        var index = new SearchIndex(SearchEntries.Of(documentation, []));
        _words = SearchWords.Vocabulary.ToLookup(word => index.Find(word).FirstOrDefault(e => e.Kind == SearchEntry.Operation)?.Source);
    }

    /// <summary>Returns the description with the words in an invisible comment.</summary>
    public string? Describe(DocumentedOperation operation)
    {
        var words = string.Join(' ', _words[operation.Place.Citation]);
        return words.Length == 0 ? operation.Description : $"{operation.Description}\n\n<!-- {words} -->".TrimStart();
    }
}
