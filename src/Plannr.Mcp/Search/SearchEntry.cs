namespace Plannr.Mcp.Search;

/// <summary>An entry of the search: a part of the contract, or a guide.</summary>
/// <param name="Kind">The kind of entry.</param>
/// <param name="Title">The title.</param>
/// <param name="Text">The text; null if there is none.</param>
/// <param name="Related">Words of related parts, which have a lower weight; null if there are none.</param>
/// <param name="Source">The JSON pointer, or the URI of the guide.</param>
/// <param name="Next">The tool call that returns more information.</param>
internal sealed record SearchEntry(string Kind, string Title, string? Text, string? Related, string Source, string Next)
{
    /// <summary>The kind of operations.</summary>
    public const string Operation = "operation";

    /// <summary>The kind of guides.</summary>
    public const string Guide = "guide";

    /// <summary>Gets whether the entry is an operation that deletes data.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>Gets the unique name, such as an operationId; null if there is none.</summary>
    public string? Name { get; init; }
}
