using Microsoft.OpenApi;
using NJsonSchema;

namespace Plannr.Sandbox.Contracts;

/// <summary>A parameter of an operation, or a header of a response.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Location">Where it travels.</param>
/// <param name="IsRequired">Whether it may be left out.</param>
/// <param name="IsExploded">Whether each item of an array is a parameter of its own.</param>
/// <param name="Schema">What its value must fit; null if the contract does not say.</param>
internal sealed record ContractParameter(string Name, ParameterLocation Location, bool IsRequired, bool IsExploded, JsonSchema? Schema);
