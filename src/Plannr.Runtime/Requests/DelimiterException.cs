namespace Plannr.Runtime.Requests;

/// <summary>The exception that is thrown when a part of a list or an object contains the delimiter of the parts, which the style cannot escape.</summary>
/// <param name="delimiter">The delimiter.</param>
internal sealed class DelimiterException(char delimiter) : Exception($"A part of the value contains '{delimiter}', which separates the parts of the value.");
