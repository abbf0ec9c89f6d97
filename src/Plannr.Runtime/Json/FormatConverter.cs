using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>Reads and writes values by their format, for Newtonsoft's own serializer.</summary>
/// <param name="format">The format, of values whose JSON has no parts.</param>
internal sealed class FormatConverter<T>(JsonFormat<T> format) : JsonConverter
{
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        => objectType != typeof(T) && format.IsNull(reader) ? null : format.Read(reader);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => format.WriteObject(new JsonOutput(writer, isRequest: false), value!);
}
