using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>A response that the contract documents.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The media type of the body; null for no body.</param>
/// <param name="Body">The body.</param>
/// <param name="Schema">The schema of a JSON body; null for any other.</param>
/// <param name="Json">The value of a JSON body.</param>
/// <param name="IsOneOfSeveral">Whether the operation has several success responses with a body. Their types may form a union.</param>
internal sealed record PlannedResponse(int Status, string? MediaType, byte[] Body, JObject? Schema, JsonNode? Json, bool IsOneOfSeveral)
{
    public bool IsSuccess => Status / 100 == 2;
}
