namespace Plannr.Mcp.Tools;

/// <summary>An argument that a tool takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>string</c>, <c>integer</c> or <c>object</c>.</param>
/// <param name="Description">What it is for.</param>
/// <param name="IsRequired">Whether a call must have it.</param>
internal sealed record ToolArgument(string Name, string Type, string Description, bool IsRequired = false)
{
    public static ToolArgument Offset(string what) => new("offset", "integer", $"How many {what} to skip, as an earlier answer's note says. 0 if left out.");
}
