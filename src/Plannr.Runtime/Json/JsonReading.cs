using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>Steps of a reader that formats have in common.</summary>
internal static class JsonReading
{
    /// <summary>Goes to the next token that is no comment.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool NextContent(this JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonToken.None or JsonToken.Comment))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the value that the reader is at stands for no value: null, or blank text, which some servers write.</summary>
    public static bool IsNullOrBlank(this JsonReader reader)
        => reader.TokenType == JsonToken.Null || (reader.TokenType == JsonToken.String && string.IsNullOrWhiteSpace((string)reader.Value!));

    /// <summary>Whether the value that the reader is at stands for no object and no list: null, or an empty text, which some servers write.</summary>
    public static bool IsNullContainer(this JsonReader reader)
        => reader.TokenType is JsonToken.Null or JsonToken.Undefined || (reader.TokenType == JsonToken.String && ((string)reader.Value!).Length == 0);

    /// <summary>Goes to the first name of an object that stands where another value belongs, as Newtonsoft does, so that both name the same place.</summary>
    public static void EnterObject(this JsonReader reader)
    {
        if (reader.TokenType == JsonToken.StartObject && !reader.Read())
        {
            throw JsonMisfit.At(reader, "complete object");
        }
    }
}
