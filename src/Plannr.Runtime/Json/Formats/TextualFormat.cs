using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>
/// The base class of formats whose values are strings in JSON. If null is allowed, a blank string is read as null. Exceptions for invalid
/// strings contain the position, and not the string.
/// </summary>
internal abstract class TextualFormat<T>(string kind, string schemaFormat) : JsonFormat<T>
{
    internal override bool IsNull(JsonReader reader) => reader.IsNullOrBlank();

    internal override T? Read(JsonReader reader)
        => default(T) is null && IsNull(reader) ? default
            : reader.TokenType == JsonToken.String && TryParse((string)reader.Value!, out var value) ? value
            : throw JsonMismatch.At(reader, kind);

    internal override bool Fits(JToken json, UnionConditions conditions)
        => json.Type == JTokenType.String && IsExact((string)json!) && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("string", schemaFormat);

    internal override void Write(JsonWriteContext output, T value) => output.Writer.WriteValue(Format(value));

    /// <summary>Returns a value that indicates whether a string has the exact format, for types whose <see cref="TryParse"/> accepts more.</summary>
    protected virtual bool IsExact(string text) => TryParse(text, out _);

    protected abstract bool TryParse(string text, out T? value);

    protected abstract string Format(T value);
}
