using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Model.Operations;

/// <summary>A parameter of an operation.</summary>
/// <param name="WireName">The name in the request.</param>
/// <param name="Place">The location in the request.</param>
/// <param name="Variable">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether the contract requires it.</param>
/// <param name="Style">The name of a value of the runtime's <c>ParameterStyle</c>; null for the default of the location.</param>
/// <param name="Explode">Whether lists and objects are written as several values; null for the default of the location and style.</param>
/// <param name="AllowsReserved">Whether reserved characters are sent as they are.</param>
/// <param name="Description">The contract's description, with the default; null if there is none.</param>
internal sealed record ParameterModel(
    string WireName,
    ParameterPlace Place,
    string Variable,
    TypeModel Type,
    bool IsRequired,
    string? Style,
    bool? Explode,
    bool AllowsReserved,
    string? Description) : ArgumentModel(Variable, Type, IsRequired, Description);
