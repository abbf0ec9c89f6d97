using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>
/// Values whose JSON is text. Where null is allowed, blank text reads as null. What does not fit is refused by its place, and
/// never quoted.
/// </summary>
internal abstract class TextualFormat<T>(string kind, string schemaFormat) : JsonFormat<T>
{
    internal override bool IsNull(JsonReader reader) => reader.IsNullOrBlank();

    internal override T? Read(JsonReader reader)
        => default(T) is null && IsNull(reader) ? default
            : reader.TokenType == JsonToken.String && TryParse((string)reader.Value!, out var value) ? value
            : throw JsonMisfit.At(reader, kind);

    internal override bool Fits(JToken json, UnionConditions conditions)
        => json.Type == JTokenType.String && IsExact((string)json!) && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("string", schemaFormat);

    internal override void Write(JsonOutput output, T value) => output.Writer.WriteValue(Format(value));

    /// <summary>Whether a text is written as the format says, where <see cref="TryParse"/> takes more.</summary>
    protected virtual bool IsExact(string text) => TryParse(text, out var value) && value is not null;

    protected abstract bool TryParse(string text, out T? value);

    protected abstract string Format(T value);
}
