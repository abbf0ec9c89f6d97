namespace Plannr.Cli.Output.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">The name in the header.</param>
internal sealed record TableColumn(string Name)
{
    /// <summary>Gets the minimum width in cells to which texts may be cut; null if they must not be cut.</summary>
    public int? MinWidth { get; init; }

    /// <summary>Gets the order in which columns are left out of a table that is too wide, the highest number first; 0 for never.</summary>
    public int DropOrder { get; init; }
}
