using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Operations;

namespace Plannr.SpecGate.Model;

/// <summary>The C# that is generated from a contract.</summary>
/// <param name="Title">The contract's title.</param>
/// <param name="Version">The contract's version.</param>
/// <param name="Server">The URL that a client sends to without a base address; null if there is none.</param>
/// <param name="Operations">The operations, in the contract's order.</param>
/// <param name="Types">The types that are generated, in the order in which the contract names them.</param>
internal sealed record ApiModel(string Title, string Version, string? Server, IReadOnlyList<OperationModel> Operations, IReadOnlyList<TypeDefinition> Types);
