using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>How values of a type are read from JSON and written, without a look at the type itself; <see cref="JsonFormats"/> has them.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonFormat<T> : JsonFormat
{
    private protected JsonFormat()
    {
    }

    /// <summary>Goes to the next value, in the way that suits the format.</summary>
    /// <returns>Whether there is one.</returns>
    internal virtual bool Next(JsonReader reader) => reader.Read();

    /// <summary>Whether the value that the reader is at stands for null, where null is allowed.</summary>
    internal virtual bool IsNull(JsonReader reader) => reader.TokenType == JsonToken.Null;

    /// <summary>Reads the value that the reader is at, to its last token.</summary>
    internal abstract T? Read(JsonReader reader);

    /// <summary>Writes a value that is not null.</summary>
    internal abstract void Write(JsonOutput output, T value);

    internal void WriteOrNull(JsonOutput output, T? value)
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

    internal override void WriteObject(JsonOutput output, object value) => Write(output, (T)value);
}
