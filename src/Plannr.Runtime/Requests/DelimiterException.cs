namespace Plannr.Runtime.Requests;

/// <summary>A part of a list or an object contains the character that separates the parts, and the style has no escape for it.</summary>
/// <param name="delimiter">The character.</param>
internal sealed class DelimiterException(char delimiter) : Exception($"A part of the value contains '{delimiter}', which separates the parts of the value.");
