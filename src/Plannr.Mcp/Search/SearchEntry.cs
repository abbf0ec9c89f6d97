namespace Plannr.Mcp.Search;

/// <summary>Something of the contract that a search can find.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What the contract says of it.</param>
/// <param name="Related">Words of what belongs to it, which count less.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Next">The tool call that tells more.</param>
internal sealed record SearchEntry(string Kind, string Title, string? Text, string? Related, string Source, string Next)
{
    /// <summary>The name that the contract gives it and that no other has, such as an operationId; null for none.</summary>
    public string? Name { get; init; }
}
