using System.Text.Json.Nodes;

namespace Plannr.Mcp.Documentation;

/// <summary>A parameter of an operation.</summary>
internal sealed record ApiParameter(ContractNode Place)
{
    public string Name => Place.Text("name") ?? "";

    /// <summary>Gets the location: <c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</summary>
    public string In => Place.Text("in") ?? "";

    public bool IsRequired => In == "path" || Place.Flag("required");

    public string? Description => Place.Text("description");

    public ContractNode? Schema => Place.Child("schema");

    /// <summary>Gets the contract's example; null if there is none.</summary>
    public JsonNode? Example => Place.Node["example"] ?? Place.Child("examples")?.Children().FirstOrDefault().Value.Node?["value"] ?? Schema?.Node["example"];
}
