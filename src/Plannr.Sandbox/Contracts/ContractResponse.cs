using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Plannr.Sandbox.Contracts;

/// <summary>A response of an operation.</summary>
/// <param name="Headers">Its headers.</param>
/// <param name="Content">The schema of each media type; null if the contract has none.</param>
/// <param name="Example">The contract's first JSON example; null if there is none.</param>
internal sealed record ContractResponse(
    IReadOnlyList<ContractParameter> Headers,
    IReadOnlyDictionary<string, JsonSchema?> Content,
    JToken? Example);
