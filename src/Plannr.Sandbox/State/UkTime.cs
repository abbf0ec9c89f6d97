namespace Plannr.Sandbox.State;

/// <summary>The time as the vendor writes <c>created_at</c> and <c>updated_at</c>: whole seconds, the UK's offset.</summary>
internal static class UkTime
{
    // A machine without time zone data, as small containers are, has UTC only.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateTimeOffset Now(TimeProvider timeProvider)
    {
        var now = TimeZoneInfo.ConvertTime(timeProvider.GetUtcNow(), Zone);
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }
}
