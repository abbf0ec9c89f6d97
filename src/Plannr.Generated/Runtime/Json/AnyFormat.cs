using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Generated.Runtime;

/// <summary>Any JSON. A null is a value here too.</summary>
internal sealed class AnyFormat : JsonFormat<JToken>
{
    internal override bool Next(JsonReader reader) => reader.NextContent();

    internal override JToken? Read(JsonReader reader)
    {
        using var writer = new JTokenWriter();
        writer.WriteToken(reader);
        return writer.Token;
    }

    // Dates and the like, which an application may have put there, are written as everywhere else.
    internal override void Write(JsonOutput output, JToken value) => value.WriteTo(output.Writer, FormatConverters.All);
}
