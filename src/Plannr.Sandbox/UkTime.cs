namespace Plannr.Sandbox;

/// <summary>The time as the vendor writes <c>created_at</c> and <c>updated_at</c>: whole seconds, the UK's offset.</summary>
internal static class UkTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTimeOffset Now(TimeProvider timeProvider)
    {
        var now = TimeZoneInfo.ConvertTime(timeProvider.GetUtcNow(), Zone);
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }
}
