using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Integers of 32 bits, read as those of 64 are.</summary>
internal sealed class ShortIntegerFormat(JsonFormat<long> format) : JsonFormat<int>
{
    internal override bool IsNull(JsonReader reader) => format.IsNull(reader);

    internal override int Read(JsonReader reader)
        => format.Read(reader) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw JsonMisfit.At(reader, "integer of 32 bits");

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Integer && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("integer", "int32");

    internal override void Write(JsonOutput output, int value) => output.Writer.WriteValue(value);
}
