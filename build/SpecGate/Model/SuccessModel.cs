namespace Plannr.SpecGate.Model;

/// <summary>A documented success.</summary>
/// <param name="Status">Its status, or a range such as <c>2XX</c>.</param>
/// <param name="IsEmpty">Whether it has no body.</param>
/// <param name="IsNullable">Whether its body may be null.</param>
/// <param name="Description">The contract's description.</param>
internal sealed record SuccessModel(string Status, bool IsEmpty, bool IsNullable, string Description);
