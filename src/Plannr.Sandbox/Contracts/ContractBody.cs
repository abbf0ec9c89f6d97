using NJsonSchema;

namespace Plannr.Sandbox.Contracts;

/// <summary>The body of a request.</summary>
/// <param name="IsRequired">Whether the body is required.</param>
/// <param name="Content">The schema of each media type; null if the contract has none.</param>
internal sealed record ContractBody(bool IsRequired, IReadOnlyDictionary<string, JsonSchema?> Content);
