using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Plannr.SampleApi.Models;

/// <summary>Values of any type.</summary>
public sealed record Anything(object? Object, JsonElement Element, JsonNode? Node, JsonObject? JsonObject, Dictionary<string, object?> Map)
{
    /// <summary>Properties without a property of the class.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}
