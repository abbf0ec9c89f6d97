using System.Globalization;

namespace Plannr.Sandbox.State;

/// <summary>Formats times like the vendor's <c>created_at</c> and <c>updated_at</c>: in whole seconds, with the offset of the UK.</summary>
internal static class UkTime
{
    // Machines without time zone data, such as small containers, only have UTC.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Returns the current time, such as <c>2026-06-08T16:08:03+01:00</c>.</summary>
    public static string Now(TimeProvider timeProvider)
        => TimeZoneInfo.ConvertTime(timeProvider.GetUtcNow(), Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
