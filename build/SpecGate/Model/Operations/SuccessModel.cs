namespace Plannr.SpecGate.Model.Operations;

/// <summary>A documented success response.</summary>
/// <param name="Status">The status, or a range such as <c>2XX</c>.</param>
/// <param name="IsEmpty">Whether the response has no body.</param>
/// <param name="IsNullable">Whether the body may be null.</param>
/// <param name="Description">The contract's description.</param>
internal sealed record SuccessModel(string Status, bool IsEmpty, bool IsNullable, string Description);
