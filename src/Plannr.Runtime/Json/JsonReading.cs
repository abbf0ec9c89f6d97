using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>Extension methods for readers that several formats share.</summary>
internal static class JsonReading
{
    /// <summary>Moves to the next token that is not a comment.</summary>
    /// <returns>True if there is a token; false at the end of the JSON.</returns>
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

    /// <summary>Returns a value that indicates whether the current value is null, or a blank string, which some servers send instead.</summary>
    public static bool IsNullOrBlank(this JsonReader reader)
        => reader.TokenType == JsonToken.Null || (reader.TokenType == JsonToken.String && string.IsNullOrWhiteSpace((string)reader.Value!));

    /// <summary>Returns a value that indicates whether the current value is null, or an empty string, which some servers send instead of an object or a list.</summary>
    public static bool IsNullContainer(this JsonReader reader)
        => reader.TokenType is JsonToken.Null or JsonToken.Undefined || (reader.TokenType == JsonToken.String && ((string)reader.Value!).Length == 0);

    /// <summary>Moves to the first property of an object that is in the place of another value, so that errors have the same position as those of Newtonsoft.Json.</summary>
    public static void EnterObject(this JsonReader reader)
    {
        if (reader.TokenType == JsonToken.StartObject && !reader.Read())
        {
            throw JsonMismatch.At(reader, "complete object");
        }
    }
}
