namespace Plannr.SampleApi.Models;

/// <summary>Values that are strings or null in JSON.</summary>
public sealed record OptionalTexts(
    string? String,
    char? Char,
    DateTimeOffset? DateTimeOffset,
    DateTime? DateTime,
    DateOnly? DateOnly,
    TimeOnly? TimeOnly,
    TimeSpan? TimeSpan,
    Guid? Guid,
    Uri? Uri,
    Version? Version,
    byte[]? Bytes);
