using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of unsigned 32-bit integers. It reads with the format of unsigned 64-bit integers.</summary>
internal sealed class UInt32Format(JsonFormat<ulong> format) : JsonFormat<uint>
{
    internal override bool IsNull(JsonReader reader) => format.IsNull(reader);

    internal override uint Read(JsonReader reader)
        => format.Read(reader) is <= uint.MaxValue and var number ? (uint)number : throw JsonMismatch.At(reader, "unsigned 32-bit integer");

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Integer && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("integer", "uint32");

    internal override void Write(JsonWriteContext output, uint value) => output.Writer.WriteValue(value);
}
