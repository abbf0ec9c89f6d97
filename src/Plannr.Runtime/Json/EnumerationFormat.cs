using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>Values of an enumeration that the server may extend.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <typeparam name="TValue">The type of its values: string, int, long, uint or ulong.</typeparam>
internal sealed class EnumerationFormat<TEnum, TValue> : JsonFormat<TEnum>
    where TEnum : struct, IExtensibleEnumeration<TEnum, TValue>
    where TValue : IConvertible
{
    public static readonly EnumerationFormat<TEnum, TValue> Instance = new();

    internal override TEnum Read(JsonReader reader)
    {
        var value = Value(reader);
        if (!value.IsKnown)
        {
            reader.Drift()?.Add(ContractDriftKind.UnknownValue, reader);
        }

        return value;
    }

    private static TEnum Value(JsonReader reader)
        => reader.Value switch
        {
            TValue value => default(TEnum).Create(value),
            // Of another size than the reader's, which has 64 bits or any number of them.
            _ when reader.TokenType == JsonToken.Integer && typeof(TValue) != typeof(string) => default(TEnum).Create(ScalarFormat<TValue>.Known.Read(reader)!),
            _ => throw JsonMisfit.At(reader, typeof(TValue) == typeof(string) ? "text" : "integer"),
        };

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == (typeof(TValue) == typeof(string) ? JTokenType.String : JTokenType.Integer) && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar(typeof(TValue) == typeof(string) ? "string" : "integer");

    internal override void Write(JsonOutput output, TEnum value)
        => output.Writer.WriteValue((object?)value.Value ?? throw new JsonSerializationException($"The {typeof(TEnum).Name} was never given a value."));
}
