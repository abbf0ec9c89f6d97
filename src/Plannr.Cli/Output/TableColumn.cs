namespace Plannr.Cli.Output;

/// <summary>A column of a table.</summary>
/// <param name="Name">The name, which a terminal shows.</param>
internal sealed record TableColumn(string Name)
{
    /// <summary>Gets to how many cells texts may be cut, with an ellipsis at their end; null if they are not cut.</summary>
    public int? LeastWidth { get; init; }

    /// <summary>Gets when the column is left out of a table that does not fit: the highest number first; 0 for never.</summary>
    public int DropOrder { get; init; }
}
