using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>Converts values with a format, for the serializer of Newtonsoft.Json.</summary>
/// <param name="format">The format of a scalar type.</param>
internal sealed class FormatConverter<T>(JsonFormat<T> format) : JsonConverter
{
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        => objectType != typeof(T) && format.IsNull(reader) ? null : format.Read(reader);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => format.WriteObject(new JsonWriteContext(writer, isRequest: false), value!);
}
