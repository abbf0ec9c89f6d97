using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>An argument of a call: a parameter, or the body.</summary>
/// <param name="Parameter">The parameter, as Microsoft.OpenApi reads it; null for the body.</param>
/// <param name="MediaType">The media type of a body, or of a parameter with <c>content</c>; null for a parameter with a style.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="IsRequired">Whether the contract requires it.</param>
internal sealed record Argument(IOpenApiParameter? Parameter, string? MediaType, JObject Schema, bool IsRequired)
{
    /// <summary>The value that is sent, if it is.</summary>
    public JsonNode? Value { get; set; }

    /// <summary>Whether it is passed at all.</summary>
    public bool IsPassed { get; set; }

    /// <summary>Whether a field of a form is a file.</summary>
    public bool IsFile(string field)
        => Schema["properties"]?[field] is JObject schema && (IsBinary(schema) || IsBinary(schema["items"] as JObject));

    private static bool IsBinary(JObject? schema) => (string?)schema?["format"] == "binary";
}
