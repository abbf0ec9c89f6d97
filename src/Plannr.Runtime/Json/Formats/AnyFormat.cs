using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of any JSON value, including null.</summary>
internal sealed class AnyFormat : JsonFormat<JToken>
{
    internal override bool Next(JsonReader reader) => reader.NextContent();

    internal override JToken? Read(JsonReader reader)
    {
        using var writer = new JTokenWriter();
        writer.WriteToken(reader);
        return writer.Token;
    }

    internal override bool Fits(JToken json, UnionConditions conditions) => true;

    internal override void Write(JsonWriteContext output, JToken value) => TokenWriting.Write(output, value);
}
