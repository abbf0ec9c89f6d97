namespace Plannr.SampleApi.Models;

/// <summary>A value of each type that is a string in JSON.</summary>
public sealed record Texts(
    string String,
    char Char,
    DateTimeOffset DateTimeOffset,
    DateTime DateTime,
    DateOnly DateOnly,
    TimeOnly TimeOnly,
    TimeSpan TimeSpan,
    Guid Guid,
    Uri Uri,
    Version Version,
    byte[] Bytes);
