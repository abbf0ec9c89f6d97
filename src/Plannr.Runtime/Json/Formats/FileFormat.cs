using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of files, which only forms and bodies can contain. JSON cannot.</summary>
internal sealed class FileFormat : JsonFormat<ApiFile>
{
    internal override ApiFile Read(JsonReader reader) => throw JsonMismatch.At(reader, "file, which JSON cannot contain");

    internal override bool Fits(JToken json, UnionConditions conditions) => false;

    internal override void Write(JsonWriteContext output, ApiFile value) => throw new JsonSerializationException("JSON cannot contain files.");
}
