using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>
/// Reads and writes values whose JSON is text. Where null is allowed, blank text reads as null. What does not fit is refused
/// by its place, and never quoted.
/// </summary>
internal abstract class TextConverter<T>(string kind) : JsonConverter
{
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var text = reader.TokenType == JsonToken.String ? (string)reader.Value! : null;
        if (CanBeNull(objectType) && (reader.TokenType == JsonToken.Null || (text is not null && string.IsNullOrWhiteSpace(text))))
        {
            return null;
        }

        if (text is not null && TryParse(text, out var value))
        {
            return value;
        }

        throw JsonMisfit.At(reader, kind);
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue(Format((T)value!));

    protected abstract bool TryParse(string text, out T? value);

    protected abstract string Format(T value);

    private static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
}
