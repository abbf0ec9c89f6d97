namespace Plannr.Sandbox;

/// <summary>
/// The forms of a blank expiry. The vendor documents that a token with a blank expiry does not expire, but not the form of the blank
/// value.
/// </summary>
public enum BlankExpiry
{
    /// <summary>Expiries are unchanged.</summary>
    None,

    /// <summary>The property is null.</summary>
    Null,

    /// <summary>The property is an empty string. The contract's <c>format</c> does not allow it; the client reads it as null.</summary>
    Empty,

    /// <summary>The property is missing.</summary>
    Absent,
}
