using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>
/// Values whose JSON is text. Where null is allowed, blank text reads as null. What does not fit is refused by its place, and
/// never quoted.
/// </summary>
internal abstract class TextualFormat<T>(string kind) : JsonFormat<T>
{
    internal override bool IsNull(JsonReader reader) => reader.IsNullOrBlank();

    internal override T? Read(JsonReader reader)
        => default(T) is null && IsNull(reader) ? default
            : reader.TokenType == JsonToken.String && TryParse((string)reader.Value!, out var value) ? value
            : throw JsonMisfit.At(reader, kind);

    internal override void Write(JsonOutput output, T value) => output.Writer.WriteValue(Format(value));

    protected abstract bool TryParse(string text, out T? value);

    protected abstract string Format(T value);
}
