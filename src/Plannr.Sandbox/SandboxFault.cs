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

    /// <summary>
    /// Gets the time that the header <c>Retry-After</c> of a response with <see cref="Status"/> asks for: <c>retry-after=30s</c>, in whole seconds.
    /// <see cref="Timeout.InfiniteTimeSpan"/> (<c>retry-after=none</c>) leaves the header out. The default is null: one second with the status 429,
    /// and no header otherwise.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than a day.</exception>
    public TimeSpan? RetryAfter
    {
        get;
        init => field = value is null || value == Timeout.InfiniteTimeSpan || (value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1))
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The time of Retry-After must be between zero and one day.");
    }

    /// <summary>
    /// Gets the operationId of the calls that go wrong: <c>operation=OAuthConnections_Update</c>. The default is null, for the calls of all
    /// operations.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>
    /// Gets the UUID of the OAuth2 connection whose calls go wrong: <c>connection=6ff8f7f6-1eb3-3525-be4a-3932c805afed</c>. These are the calls that
    /// have the connection in their path. The default is null, for all calls.
    /// </summary>
    public Guid? Connection { get; init; }

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
