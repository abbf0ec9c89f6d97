using Plannr.Sandbox.Faults;

namespace Plannr.Sandbox;

/// <summary>
/// What goes wrong with a call on purpose, so that an application's handling of it can be tested. Several things can go wrong
/// at once. The text form, which <see cref="Parse"/> reads, is used by <c>--fault</c> and by the header
/// <c>X-Plannr-Sandbox-Fault</c>: <c>latency=2s,status=503</c>.
/// </summary>
public sealed record SandboxFault
{
    /// <summary>Nothing goes wrong.</summary>
    public static SandboxFault None { get; } = new();

    /// <summary>How long the call waits before anything else happens: <c>latency=2s</c>, <c>latency=250ms</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or longer than a day.</exception>
    public TimeSpan Latency
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A latency is not negative, and a day at most.");
    }

    /// <summary>The status that the call is answered with instead of being carried out, 400 to 599: <c>status=503</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no status of an error.</exception>
    public int? Status
    {
        get;
        init => field = value is null or (>= 400 and <= 599)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The status of a fault is one of an error, 400 to 599.");
    }

    /// <summary>When the connection is reset instead of an answer being sent: <c>reset=before</c> (or <c>reset</c>), <c>reset=after</c>.</summary>
    public ConnectionReset Reset { get; init; }

    /// <summary>Whether the answer stops in the middle of its body, and nothing more comes: <c>stalled-body</c>.</summary>
    public bool StallsBody { get; init; }

    /// <summary>Whether the access token counts as expired, and the call is answered with 401: <c>expired-token</c>.</summary>
    public bool ExpiresToken { get; init; }

    /// <summary>The form of "blank" that every expiry in the answer has: <c>blank-expiry=null</c>, <c>=empty</c>, <c>=absent</c>.</summary>
    public BlankExpiry BlankExpiry { get; init; }

    /// <summary>Whether the objects of the answer carry attributes that the contract does not name: <c>unknown-attributes</c>.</summary>
    public bool AddsUnknownAttributes { get; init; }

    /// <summary>Reads the text form of faults.</summary>
    /// <param name="text">The faults, separated by commas.</param>
    /// <returns>The faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">There is no such fault, or its value is not right. The message lists what can be written.</exception>
    public static SandboxFault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FaultText.Parse(text);
    }

    /// <summary>The text form, which <see cref="Parse"/> reads.</summary>
    /// <returns>The faults, separated by commas; <c>none</c> for none.</returns>
    public override string ToString() => FaultText.Format(this);
}
