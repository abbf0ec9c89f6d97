using System.Text.Json.Nodes;

namespace Plannr.Mcp.Documentation;

/// <summary>An object of the contract, with its JSON pointer.</summary>
internal readonly record struct ContractNode(JsonObject Node, string Pointer)
{
    /// <summary>Gets the pointer in the form of a reference, which the responses of tools use.</summary>
    public string Citation => "#" + Pointer;

    /// <summary>Returns the object under a key, or null if there is none.</summary>
    public ContractNode? Child(string key) => Node[key] is JsonObject child ? new ContractNode(child, PointerTo(key)) : null;

    /// <summary>Returns the objects under all keys.</summary>
    public IEnumerable<(string Key, ContractNode Value)> Children()
    {
        foreach (var (key, value) in Node)
        {
            if (value is JsonObject child)
            {
                yield return (key, new ContractNode(child, PointerTo(key)));
            }
        }
    }

    /// <summary>Returns the objects of the array under a key.</summary>
    public IEnumerable<ContractNode> Items(string key)
    {
        if (Node[key] is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonObject item)
                {
                    yield return new ContractNode(item, $"{PointerTo(key)}/{i}");
                }
            }
        }
    }

    public string? Text(string key) => Node[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public bool Flag(string key) => Node[key] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public string PointerTo(string key) => $"{Pointer}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
