using System.Globalization;
using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>
/// Timestamps after RFC 3339, with up to seven fractional digits. The offset is required, as a guess would move the moment.
/// Blank text reads as null: it is the vendor's way to say "does not expire".
/// </summary>
internal sealed class TimestampConverter : JsonConverter
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    public override bool CanConvert(Type objectType) => objectType == typeof(DateTimeOffset) || objectType == typeof(DateTimeOffset?);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (BlankOr.Text(reader, objectType) is not { } text)
        {
            return null;
        }

        var hasOffset = text.EndsWith("Z", StringComparison.Ordinal) || (text.Length > Seconds.Length && text[text.Length - 3] == ':');
        return hasOffset && DateTimeOffset.TryParseExact(text, Seconds + ".FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var timestamp)
            ? timestamp
            : throw BlankOr.NotA("timestamp with an offset", reader);
    }

    /// <summary>Writes the two shapes in which the vendor sends timestamps: whole seconds with an offset, microseconds in UTC with Z.</summary>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var timestamp = (DateTimeOffset)value!;
        var ticks = timestamp.Ticks % TimeSpan.TicksPerSecond;
        var format = ticks == 0 ? Seconds + "zzz"
            : Seconds + (ticks % 10 == 0 ? ".ffffff" : ".fffffff") + (timestamp.Offset == TimeSpan.Zero ? "'Z'" : "zzz");
        writer.WriteValue(timestamp.ToString(format, CultureInfo.InvariantCulture));
    }
}
