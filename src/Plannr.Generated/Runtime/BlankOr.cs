using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>What the converters of text have in common.</summary>
internal static class BlankOr
{
    /// <summary>The text that the reader stands on, or null if it is null, empty or white space and the type can be null.</summary>
    /// <exception cref="JsonSerializationException">The reader stands on something else.</exception>
    public static string? Text(JsonReader reader, Type type)
    {
        var isBlank = reader.TokenType == JsonToken.Null || (reader.TokenType == JsonToken.String && string.IsNullOrWhiteSpace((string?)reader.Value));
        var canBeNull = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        return isBlank && canBeNull ? null
            : reader.TokenType == JsonToken.String ? (string)reader.Value!
            : throw NotA("text", reader);
    }

    /// <summary>The exception for a value that is not what it should be. It names the place and not the value.</summary>
    public static JsonSerializationException NotA(string what, JsonReader reader)
    {
        var line = reader as IJsonLineInfo;
        return new JsonSerializationException($"Not a {what}.", reader.Path, line?.LineNumber ?? 0, line?.LinePosition ?? 0, innerException: null);
    }
}
