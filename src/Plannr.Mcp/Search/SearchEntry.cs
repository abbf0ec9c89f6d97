namespace Plannr.Mcp.Search;

/// <summary>Something that a search can find: a part of the contract, or a guide.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What is said of it.</param>
/// <param name="Related">Words of what belongs to it, which count less.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Next">The tool call that tells more.</param>
internal sealed record SearchEntry(string Kind, string Title, string? Text, string? Related, string Source, string Next)
{
    /// <summary>The kind of operations.</summary>
    public const string Operation = "operation";

    /// <summary>The kind of guides.</summary>
    public const string Guide = "guide";

    /// <summary>Gets whether it is an operation that destroys something.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>The name that no other has, such as an operationId; null for none.</summary>
    public string? Name { get; init; }
}
