namespace Plannr.SpecGate.Model;

/// <summary>A parameter of an operation.</summary>
/// <param name="WireName">Its name in the request.</param>
/// <param name="Place">Where it is sent.</param>
/// <param name="Variable">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether the contract requires it.</param>
/// <param name="Style">How it is written, with the name of the runtime's <c>ParameterStyle</c>; null for the default of its place.</param>
/// <param name="Explode">Whether lists and objects are written as several values; null for the default of its place and style.</param>
/// <param name="AllowsReserved">Whether reserved characters are sent as they are.</param>
/// <param name="Description">The contract's description, with the default; null for none.</param>
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
