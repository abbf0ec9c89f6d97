namespace Plannr.Sandbox;

/// <summary>
/// The forms of an expiry that is blank. The vendor says that a token with a blank expiry does not expire, and not which form
/// that has.
/// </summary>
public enum BlankExpiry
{
    /// <summary>Expiries are as they are.</summary>
    None,

    /// <summary>The attribute is null.</summary>
    Null,

    /// <summary>The attribute is an empty text, which the contract's <c>format</c> does not allow and the client reads as null.</summary>
    Empty,

    /// <summary>There is no such attribute.</summary>
    Absent,
}
