using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of 32-bit integers. It reads with the format of 64-bit integers.</summary>
internal sealed class Int32Format(JsonFormat<long> format) : JsonFormat<int>
{
    internal override bool IsNull(JsonReader reader) => format.IsNull(reader);

    internal override int Read(JsonReader reader)
        => format.Read(reader) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw JsonMismatch.At(reader, "32-bit integer");

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Integer && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("integer", "int32");

    internal override void Write(JsonWriteContext output, int value) => output.Writer.WriteValue(value);
}
