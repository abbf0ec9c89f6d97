using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>An attribute of a class, of a type.</summary>
internal sealed class JsonMember<TOwner, T>(
    string name, JsonFormat<T> format, Func<TOwner, T?> get, Action<TOwner, T?> set, Func<TOwner, bool> isSet, bool isReadOnly)
    : JsonMember(name, isReadOnly)
    where TOwner : class
{
    public override bool IsSet(object owner) => isSet((TOwner)owner);

    public override object? Value(object owner) => get((TOwner)owner);

    public override JToken Token(object owner) => get((TOwner)owner) is { } value ? PlannrJson.ToRequestToken(value, format) : JValue.CreateNull();

    public override bool Fits(JToken value) => (value.Type == JTokenType.Null && default(T) is null) || format.Fits(value, UnionConditions.None);

    public override void Read(JsonReader reader, object owner)
    {
        if (!format.Next(reader))
        {
            throw JsonMisfit.At(reader, "value");
        }

        set((TOwner)owner, format.Read(reader));
    }

    public override void Write(JsonOutput output, object owner)
    {
        output.Writer.WritePropertyName(Name);
        format.WriteOrNull(output, get((TOwner)owner));
    }
}
