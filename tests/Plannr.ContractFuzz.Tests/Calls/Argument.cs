using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>An argument of a call: a parameter, or the body.</summary>
/// <param name="Parameter">The parameter, as Microsoft.OpenApi reads it; null for the body.</param>
/// <param name="MediaType">The media type of a body, or of a parameter with <c>content</c>; null for a parameter with a style.</param>
/// <param name="Schema">The schema.</param>
/// <param name="IsRequired">Whether the contract requires the argument.</param>
internal sealed record Argument(IOpenApiParameter? Parameter, string? MediaType, JObject Schema, bool IsRequired)
{
    /// <summary>Gets or sets the value, which is sent if the argument is passed.</summary>
    public JsonNode? Value { get; set; }

    /// <summary>Gets or sets a value that indicates whether the argument is passed.</summary>
    public bool IsPassed { get; set; }

    /// <summary>Returns whether a field of a form is a file.</summary>
    public bool IsFile(string field)
        => Schema["properties"]?[field] is JObject schema && (IsBinary(schema) || IsBinary(schema["items"] as JObject));

    private static bool IsBinary(JObject? schema) => (string?)schema?["format"] == "binary";
}
