using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>UUIDs in their usual form, 8-4-4-4-12. Blank text reads as null.</summary>
internal sealed class UuidConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => objectType == typeof(Guid) || objectType == typeof(Guid?);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (BlankOr.Text(reader, objectType) is not { } text)
        {
            return null;
        }

        return Guid.TryParseExact(text, "D", out var uuid) ? uuid : throw BlankOr.NotA("UUID", reader);
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        => writer.WriteValue(((Guid)value!).ToString("D"));
}
