using Microsoft.OpenApi;
using NJsonSchema;

namespace Plannr.Sandbox.Contracts;

/// <summary>A parameter of an operation, or a header of a response.</summary>
/// <param name="Name">The name in requests or responses.</param>
/// <param name="Location">The location.</param>
/// <param name="IsRequired">Whether it is required.</param>
/// <param name="IsExploded">Whether each item of an array is a separate parameter.</param>
/// <param name="Schema">The schema; null if the contract has none.</param>
internal sealed record ContractParameter(string Name, ParameterLocation Location, bool IsRequired, bool IsExploded, JsonSchema? Schema);
