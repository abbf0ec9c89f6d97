namespace Plannr.Testing.Stalls;

/// <summary>The place where a response body stalls.</summary>
public enum Stall
{
    BeforeFirstByte,
    AfterSomeBytes,
    AfterSomeCompressedBytes,

    /// <summary>The body does not stall, but takes half an hour to arrive, byte by byte.</summary>
    Dripping,
}
