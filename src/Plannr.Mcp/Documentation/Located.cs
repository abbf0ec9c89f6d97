using System.Text.Json.Nodes;

namespace Plannr.Mcp.Documentation;

/// <summary>An object of the contract, and the JSON pointer at which it stands.</summary>
internal readonly record struct Located(JsonObject Node, string Pointer)
{
    /// <summary>The pointer as a reference into the contract writes it, which is how answers cite it.</summary>
    public string Citation => "#" + Pointer;

    /// <summary>The object under a key, if there is one.</summary>
    public Located? Child(string key) => Node[key] is JsonObject child ? new Located(child, PointerTo(key)) : null;

    /// <summary>The objects under all keys.</summary>
    public IEnumerable<(string Key, Located Value)> Children()
    {
        foreach (var (key, value) in Node)
        {
            if (value is JsonObject child)
            {
                yield return (key, new Located(child, PointerTo(key)));
            }
        }
    }

    /// <summary>The objects of an array under a key.</summary>
    public IEnumerable<Located> Items(string key)
    {
        if (Node[key] is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonObject item)
                {
                    yield return new Located(item, $"{PointerTo(key)}/{i}");
                }
            }
        }
    }

    public string? Text(string key) => Node[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public bool Flag(string key) => Node[key] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public string PointerTo(string key) => $"{Pointer}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
