using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Reads and writes the JSON of a type, without reflection. <see cref="JsonFormats"/> provides the formats.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonFormat<T> : JsonFormat
{
    private protected JsonFormat()
    {
    }

    /// <summary>Moves the reader to the next value, with the read method that suits the type.</summary>
    /// <returns>True if there is a value; false at the end of the JSON.</returns>
    internal virtual bool Next(JsonReader reader) => reader.Read();

    /// <summary>Returns a value that indicates whether the current value represents null, if null is allowed.</summary>
    internal virtual bool IsNull(JsonReader reader) => reader.TokenType == JsonToken.Null;

    /// <summary>Reads the current value, including its last token.</summary>
    internal abstract T? Read(JsonReader reader);

    /// <summary>Writes a value that is not null.</summary>
    internal abstract void Write(JsonWriteContext output, T value);

    internal void WriteOrNull(JsonWriteContext output, T? value)
    {
        if (value is null)
        {
            output.Writer.WriteNull();
        }
        else
        {
            Write(output, value);
        }
    }

    internal override bool FitsOrNull(JToken json) => (json.Type == JTokenType.Null && default(T) is null) || Fits(json, UnionConditions.None);

    internal override JObject SchemaOrNull(SchemaDefinitions definitions) => default(T) is null ? SchemaDefinitions.OrNull(Schema(definitions)) : Schema(definitions);

    internal override void WriteObject(JsonWriteContext output, object value) => Write(output, (T)value);
}
