using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>
/// URLs. Blank text reads as null, and so does a malformed one: it is of no use to the caller, and no reason to lose the rest
/// of an answer whose request has been carried out.
/// </summary>
internal sealed class UriConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => objectType == typeof(Uri);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        => Uri.TryCreate(BlankOr.Text(reader, objectType), UriKind.RelativeOrAbsolute, out var uri) ? uri : null;

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        => writer.WriteValue(((Uri)value!).OriginalString);
}
