using System.Text.Json.Nodes;

namespace Plannr.Mcp.Documentation;

/// <summary>A parameter of an operation.</summary>
internal sealed record ApiParameter(Located Place)
{
    public string Name => Place.Text("name") ?? "";

    /// <summary><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</summary>
    public string In => Place.Text("in") ?? "";

    public bool IsRequired => In == "path" || Place.Flag("required");

    public string? Description => Place.Text("description");

    public Located? Schema => Place.Child("schema");

    /// <summary>The example that the contract gives, if it gives one.</summary>
    public JsonNode? Example => Place.Node["example"] ?? Place.Child("examples")?.Children().FirstOrDefault().Value.Node?["value"] ?? Schema?.Node["example"];
}
