namespace Plannr.SpecGate.Model.Operations;

/// <summary>The style of a field of a form.</summary>
/// <param name="Name">The name of a value of the runtime's <c>ParameterStyle</c>.</param>
/// <param name="Explode">Whether lists and objects are written as several values.</param>
/// <param name="AllowsReserved">Whether reserved characters are sent as they are.</param>
internal sealed record EncodingStyle(string Name, bool Explode, bool AllowsReserved);
