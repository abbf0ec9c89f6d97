using System.Globalization;
using Plannr.Sandbox.Clock;

namespace Plannr.Sandbox.Faults;

/// <summary>Parses and formats the text form of faults.</summary>
internal static class FaultText
{
    public const string Forms = "latency=2s (or 250ms), status=503 (400 to 599), reset (or reset=after), stalled-body, expired-token, "
        + "retry-after=30s (or none), blank-expiry=null (or empty, absent), unknown-attributes, operation=OAuthConnections_Update, "
        + "connection=UUID, none";

    public static SandboxFault Parse(string text)
    {
        var fault = SandboxFault.None;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            fault = Add(fault, part);
        }

        if (fault is { RetryAfter: not null, Status: null })
        {
            throw new FormatException($"The fault retry-after requires a status, but '{text}' has none.");
        }

        var ends = Ends(fault).ToArray();
        return ends.Length <= 1
            ? fault
            : throw new FormatException($"'{text}' has faults that exclude each other: {string.Join(" and ", ends)}. Use only one of them.");
    }

    public static string Format(SandboxFault fault)
    {
        string?[] parts =
        [
            fault.Latency > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"latency={fault.Latency.TotalMilliseconds:0.####}ms") : null,
            .. Ends(fault),
            fault.RetryAfter is { } wait ? $"retry-after={(wait == Timeout.InfiniteTimeSpan ? "none" : Seconds(wait) + "s")}" : null,
            fault.BlankExpiry != BlankExpiry.None ? $"blank-expiry={fault.BlankExpiry.ToString().ToLowerInvariant()}" : null,
            fault.AddsUnknownAttributes ? "unknown-attributes" : null,
            fault.Operation is { } operation ? $"operation={operation}" : null,
            fault.Connection is { } connection ? $"connection={connection}" : null,
        ];
        var text = string.Join(',', parts.OfType<string>());
        return text.Length > 0 ? text : "none";
    }

    private static IEnumerable<string> Ends(SandboxFault fault)
        => new[]
        {
            fault.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"status={status}") : null,
            fault.Reset != ConnectionReset.None ? $"reset={fault.Reset.ToString().ToLowerInvariant()}" : null,
            fault.StallsBody ? "stalled-body" : null,
            fault.ExpiresToken ? "expired-token" : null,
        }.OfType<string>();

    private static SandboxFault Add(SandboxFault fault, string part)
    {
        var (name, value) = part.Split('=', 2) is [var left, var right] ? (left.Trim(), right.Trim()) : (part, null);
        return (name, value) switch
        {
            ("none", null) => fault,
            ("latency", { } text) when Duration(text) is { } latency => fault with { Latency = latency },
            ("status", { } text) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599 => fault with { Status = status },
            ("retry-after", "none") => fault with { RetryAfter = Timeout.InfiniteTimeSpan },
            ("retry-after", { } text) when Duration(text) is { } wait => fault with { RetryAfter = wait },
            ("operation", { Length: > 0 } text) => fault with { Operation = text },
            ("connection", { } text) when Guid.TryParseExact(text, "D", out var connection) => fault with { Connection = connection },
            ("reset", null or "before") => fault with { Reset = ConnectionReset.Before },
            ("reset", "after") => fault with { Reset = ConnectionReset.After },
            ("stalled-body", null) => fault with { StallsBody = true },
            ("expired-token", null) => fault with { ExpiresToken = true },
            ("blank-expiry", "null") => fault with { BlankExpiry = BlankExpiry.Null },
            ("blank-expiry", "empty") => fault with { BlankExpiry = BlankExpiry.Empty },
            ("blank-expiry", "absent") => fault with { BlankExpiry = BlankExpiry.Absent },
            ("unknown-attributes", null) => fault with { AddsUnknownAttributes = true },
            _ => throw new FormatException($"'{part}' is not a fault. Valid faults, separated by commas: {Forms}."),
        };
    }

    /// <summary>Returns the value of <c>Retry-After</c> in whole seconds, rounded up.</summary>
    public static string Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static TimeSpan? Duration(string text) => DurationText.Parse(text) is { } duration && duration <= TimeSpan.FromDays(1) ? duration : null;
}
