namespace Plannr.Mcp.Tools;

/// <summary>An argument of a tool.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type"><c>string</c>, <c>integer</c> or <c>object</c>.</param>
/// <param name="Description">The description.</param>
/// <param name="IsRequired">Whether the argument is required.</param>
internal sealed record ToolArgument(string Name, string Type, string Description, bool IsRequired = false)
{
    public static ToolArgument Offset(string what) => new("offset", "integer", $"The number of {what} to skip, from the note of an earlier response. The default is 0.");
}
