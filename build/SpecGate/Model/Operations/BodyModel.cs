using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Model.Operations;

/// <summary>A request's body.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Variable">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether the contract requires it.</param>
/// <param name="Encodings">The encodings of the fields of a form that do not have the default encoding.</param>
/// <param name="Description">The contract's description; null if there is none.</param>
internal sealed record BodyModel(BodyKind Kind, string MediaType, string Variable, TypeModel Type, bool IsRequired, IReadOnlyList<EncodingModel> Encodings, string? Description)
    : ArgumentModel(Variable, Type, IsRequired, Description);
