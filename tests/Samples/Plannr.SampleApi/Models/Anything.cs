using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Plannr.SampleApi.Models;

/// <summary>Values of any type.</summary>
public sealed record Anything(object? Object, JsonElement Element, JsonNode? Node, JsonObject? JsonObject, Dictionary<string, object?> Map)
{
    /// <summary>JSON properties that the class does not define.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}
