using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Integers of 32 bits without a sign, read as those of 64 are.</summary>
internal sealed class ShortUnsignedIntegerFormat(JsonFormat<ulong> format) : JsonFormat<uint>
{
    internal override bool IsNull(JsonReader reader) => format.IsNull(reader);

    internal override uint Read(JsonReader reader)
        => format.Read(reader) is <= uint.MaxValue and var number ? (uint)number : throw JsonMisfit.At(reader, "integer of 32 bits without a sign");

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Integer && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("integer", "uint32");

    internal override void Write(JsonOutput output, uint value) => output.Writer.WriteValue(value);
}
