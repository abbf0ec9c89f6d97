using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json.Drift;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of lists, which are arrays in JSON.</summary>
/// <typeparam name="TList">The type of the list: an interface that <see cref="List{T}"/> implements.</typeparam>
/// <typeparam name="T">The type of the elements.</typeparam>
internal sealed class ListFormat<TList, T>(JsonFormat<T> format) : JsonFormat<TList>
    where TList : class, IEnumerable<T>
{
    internal override bool Next(JsonReader reader) => reader.NextContent();

    internal override TList? Read(JsonReader reader)
    {
        if (reader.IsNullContainer())
        {
            return null;
        }

        if (reader.TokenType != JsonToken.StartArray)
        {
            if (reader.TokenType == JsonToken.String && reader is ErrorReader)
            {
                return (TList)(object)new List<T> { format.Read(reader)! };
            }

            reader.EnterObject();
            throw JsonMismatch.At(reader, "list");
        }

        var list = new List<T>();
        while (format.Next(reader))
        {
            switch (reader.TokenType)
            {
                case JsonToken.EndArray:
                    return (TList)(object)list;
                case JsonToken.Comment:
                    break;
                default:
                    list.Add(format.Read(reader)!);
                    break;
            }
        }

        throw JsonMismatch.At(reader, "complete list");
    }

    internal override bool Fits(JToken json, UnionConditions conditions)
        => json is JArray items && items.All(item => format.Fits(item, conditions));

    internal override JObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "array", ["items"] = format.SchemaOrNull(definitions) };

    internal override void Write(JsonWriteContext output, TList value)
    {
        output.Enter(value);
        output.Writer.WriteStartArray();
        foreach (var item in value)
        {
            format.WriteOrNull(output, item);
        }

        output.Writer.WriteEndArray();
        output.Leave();
    }
}
