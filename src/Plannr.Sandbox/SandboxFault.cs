using Plannr.Sandbox.Faults;

namespace Plannr.Sandbox;

/// <summary>
/// The simulated faults of a call, to test how an application handles them. A call can have several faults. <see cref="Parse"/>, <c>--fault</c>
/// and the header <c>X-Plannr-Sandbox-Fault</c> read the text form, such as <c>latency=2s,status=503</c>.
/// </summary>
public sealed record SandboxFault
{
    /// <summary>Gets an instance without faults.</summary>
    public static SandboxFault None { get; } = new();

    /// <summary>Gets the time that the call waits before anything else happens: <c>latency=2s</c>, <c>latency=250ms</c>. The default is zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than a day.</exception>
    public TimeSpan Latency
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The latency must be between zero and one day.");
    }

    /// <summary>Gets the status code of the error response, 400 to 599, that replaces the call: <c>status=503</c>. The default is null, for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status code is not between 400 and 599.</exception>
    public int? Status
    {
        get;
        init => field = value is null or (>= 400 and <= 599)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The status of a fault must be between 400 and 599.");
    }

    /// <summary>
    /// Gets the time in the header <c>Retry-After</c> of a response with <see cref="Status"/>: <c>retry-after=30s</c>, in whole seconds.
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
    /// Gets the operationId of the calls with the fault: <c>operation=OAuthConnections_Update</c>. The default is null, for the calls of all
    /// operations.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>
    /// Gets the UUID of the OAuth2 connection in the path of the calls with the fault: <c>connection=6ff8f7f6-1eb3-3525-be4a-3932c805afed</c>. The
    /// default is null, for all calls.
    /// </summary>
    public Guid? Connection { get; init; }

    /// <summary>Gets when the connection is reset instead of sending a response: <c>reset=before</c> (or <c>reset</c>), <c>reset=after</c>.</summary>
    public ConnectionReset Reset { get; init; }

    /// <summary>Gets whether the response stalls in the middle of its body: <c>stalled-body</c>.</summary>
    public bool StallsBody { get; init; }

    /// <summary>Gets whether the access token counts as expired, so that the status of the response is 401: <c>expired-token</c>.</summary>
    public bool ExpiresToken { get; init; }

    /// <summary>Gets the blank form of all expiries in the response: <c>blank-expiry=null</c>, <c>=empty</c>, <c>=absent</c>.</summary>
    public BlankExpiry BlankExpiry { get; init; }

    /// <summary>Gets whether the objects in the response have properties that the contract does not name: <c>unknown-attributes</c>.</summary>
    public bool AddsUnknownAttributes { get; init; }

    /// <summary>Parses the text form of faults.</summary>
    /// <param name="text">The faults, separated by commas.</param>
    /// <returns>The faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">A fault or its value is not valid. The message lists the valid faults.</exception>
    public static SandboxFault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FaultText.Parse(text);
    }

    /// <summary>Returns the text form, which <see cref="Parse"/> reads.</summary>
    /// <returns>The faults, separated by commas; <c>none</c> if there are none.</returns>
    public override string ToString() => FaultText.Format(this);
}
