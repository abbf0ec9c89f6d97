using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json.Drift;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of an enumeration that the server may extend.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <typeparam name="TValue">The type of the values: string, int, long, uint or ulong.</typeparam>
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
            // The reader returns a long or a BigInteger, which has another size than TValue.
            _ when reader.TokenType == JsonToken.Integer && typeof(TValue) != typeof(string) => default(TEnum).Create(ScalarFormat<TValue>.Known.Read(reader)!),
            _ => throw JsonMismatch.At(reader, typeof(TValue) == typeof(string) ? "text" : "integer"),
        };

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == (typeof(TValue) == typeof(string) ? JTokenType.String : JTokenType.Integer) && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar(typeof(TValue) == typeof(string) ? "string" : "integer");

    internal override void Write(JsonWriteContext output, TEnum value)
        => output.Writer.WriteValue((object?)value.Value ?? throw new JsonSerializationException($"The {typeof(TEnum).Name} has no value."));
}
