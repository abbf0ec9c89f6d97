using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>A JSON property of a class, with the type of its values.</summary>
internal sealed class JsonMember<TOwner, T>(
    string property, string name, JsonFormat<T> format, FieldOf<TOwner, T> field, FieldOf<TOwner, SetProperties> setProperties, int number, bool isReadOnly)
    : JsonMember(property, name, isReadOnly)
    where TOwner : class
{
    public override bool IsSet(object owner) => setProperties((TOwner)owner).Contains(number);

    public override void Unset(object owner)
    {
        field((TOwner)owner) = default;
        setProperties((TOwner)owner).Remove(number);
    }

    public override object? Value(object owner) => field((TOwner)owner);

    public override JToken Token(object owner) => field((TOwner)owner) is { } value ? PlannrJson.ToRequestToken(value, format) : JValue.CreateNull();

    public override JObject Schema(SchemaDefinitions definitions) => format.SchemaOrNull(definitions);

    public override bool Fits(JToken value) => (value.Type == JTokenType.Null && default(T) is null) || format.Fits(value, UnionConditions.None);

    public override void Read(JsonReader reader, object owner)
    {
        if (!format.Next(reader))
        {
            throw JsonMisfit.At(reader, "value");
        }

        var value = format.Read(reader);
        field((TOwner)owner) = value;
        setProperties((TOwner)owner).Add(number);
    }

    public override void Write(JsonOutput output, object owner)
    {
        output.Writer.WritePropertyName(Name);
        format.WriteOrNull(output, field((TOwner)owner));
    }
}
