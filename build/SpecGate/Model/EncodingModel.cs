namespace Plannr.SpecGate.Model;

/// <summary>How a field of a form is written.</summary>
/// <param name="Name">The field.</param>
/// <param name="MediaType">Its media type; null for the default of its type.</param>
/// <param name="Style">How it is written, if by a style; null otherwise.</param>
internal sealed record EncodingModel(string Name, string? MediaType, EncodingStyle? Style);
