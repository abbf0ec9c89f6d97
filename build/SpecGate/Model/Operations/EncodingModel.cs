namespace Plannr.SpecGate.Model.Operations;

/// <summary>The encoding of a field of a form.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="MediaType">The media type; null for the default of the field's type.</param>
/// <param name="Style">The style; null if the field is not written in a style.</param>
internal sealed record EncodingModel(string Name, string? MediaType, EncodingStyle? Style);
