using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json.Drift;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of dictionaries, which are objects with arbitrary property names in JSON.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
internal sealed class MapFormat<T>(JsonFormat<T> format) : JsonFormat<IDictionary<string, T>>
{
    internal override bool Next(JsonReader reader) => reader.NextContent();

    internal override IDictionary<string, T>? Read(JsonReader reader)
    {
        if (reader.IsNullContainer())
        {
            return null;
        }

        if (reader.TokenType != JsonToken.StartObject)
        {
            throw JsonMismatch.At(reader, "object");
        }

        var depth = reader.Depth;
        var drift = reader.Drift();
        drift?.EnterMap(depth);
        var map = ReadEntries(reader, drift);
        drift?.LeaveMap(depth);
        return map;
    }

    private Dictionary<string, T> ReadEntries(JsonReader reader, DriftCollector? drift)
    {
        var map = new Dictionary<string, T>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonToken.PropertyName:
                    var name = (string)reader.Value!;
                    var isOmitted = drift is not null && name.Length == 0 && reader.Path.Length == 0;
                    if (isOmitted)
                    {
                        drift!.EnterEmptyName();
                    }

                    if (!format.Next(reader))
                    {
                        throw JsonMismatch.At(reader, "complete object");
                    }

                    map[name] = format.Read(reader)!;
                    if (isOmitted)
                    {
                        drift!.LeaveEmptyName();
                    }

                    break;
                case JsonToken.EndObject:
                    return map;
                case JsonToken.Comment:
                    break;
                default:
                    throw JsonMismatch.At(reader, "member of an object");
            }
        }

        throw JsonMismatch.At(reader, "complete object");
    }

    internal override bool Fits(JToken json, UnionConditions conditions)
        => json is JObject entries && entries.Properties().All(entry => format.Fits(entry.Value, conditions));

    internal override JObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "object", ["additionalProperties"] = format.SchemaOrNull(definitions) };

    internal override void Write(JsonWriteContext output, IDictionary<string, T> value)
    {
        output.Enter(value);
        output.Writer.WriteStartObject();
        foreach (var entry in value)
        {
            output.Writer.WritePropertyName(entry.Key);
            format.WriteOrNull(output, entry.Value);
        }

        output.Writer.WriteEndObject();
        output.Leave();
    }
}
