using NJsonSchema;

namespace Plannr.Sandbox.Contracts;

/// <summary>The body of a request.</summary>
/// <param name="IsRequired">Whether it may be left out.</param>
/// <param name="Content">The schema of each media type; null where the contract gives none.</param>
internal sealed record ContractBody(bool IsRequired, IReadOnlyDictionary<string, JsonSchema?> Content);
