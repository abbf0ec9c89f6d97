using System.Globalization;

namespace Plannr.Sandbox.State;

/// <summary>The time as the vendor writes <c>created_at</c> and <c>updated_at</c>: whole seconds, the UK's offset.</summary>
internal static class UkTime
{
    // A machine without time zone data, as small containers are, has UTC only.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The current time, such as <c>2026-06-08T16:08:03+01:00</c>.</summary>
    public static string Now(TimeProvider timeProvider)
        => TimeZoneInfo.ConvertTime(timeProvider.GetUtcNow(), Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
