using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>
/// Has Newtonsoft's serializer read and write the contract's classes as <see cref="PlannrJson"/> does, whatever its settings are.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonObjectConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(ApiObject).IsAssignableFrom(objectType);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var create = serializer.ContractResolver.ResolveContract(objectType).DefaultCreator!;
        if (reader is JsonTextReader)
        {
            var dates = reader.DateParseHandling;
            // Left on, text that looks like a date is rewritten into the machine's time zone.
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

        // Other readers, such as that of a JToken, have their dates and numbers read already.
        using var text = PlannrJson.MixedReader(JToken.Load(reader).ToString(Formatting.None));
        text.Read();
        return Read(text, objectType, create);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var owner = (ApiObject)value!;
        owner.JsonMembers.Write(new JsonOutput(writer, isRequest: false), owner);
    }

    private static ApiObject? Read(JsonReader reader, Type type, Func<object> create)
    {
        var value = (ApiObject)create();
        return value.JsonMembers.ReadObject(reader, type, () => value);
    }
}
