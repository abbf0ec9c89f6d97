using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>
/// Converts the classes in a contract for the serializer of Newtonsoft.Json, as <see cref="PlannrJson"/> does and independently of the
/// serializer's settings.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonObjectConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(ApiObject).IsAssignableFrom(objectType);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Comment)
        {
            reader.NextContent();
        }

        var create = serializer.ContractResolver.ResolveContract(objectType).DefaultCreator!;
        if (reader is JsonTextReader)
        {
            var dates = reader.DateParseHandling;
            // By default, Newtonsoft.Json converts strings that look like dates to the local time zone.
            reader.DateParseHandling = DateParseHandling.None;
            try
            {
                return Read(reader, objectType, create);
            }
            finally
            {
                reader.DateParseHandling = dates;
            }
        }

        // Other readers, such as JTokenReader, have already parsed dates and numbers.
        using var text = PlannrJson.MixedReader(JToken.Load(reader).ToString(Formatting.None));
        text.Read();
        return Read(text, objectType, create);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var owner = (ApiObject)value!;
        owner.JsonMembers.Write(new JsonWriteContext(writer, isRequest: false), owner);
    }

    private static ApiObject? Read(JsonReader reader, Type type, Func<object> create)
    {
        var value = (ApiObject)create();
        return value.JsonMembers.ReadObject(reader, type, () => value);
    }
}
