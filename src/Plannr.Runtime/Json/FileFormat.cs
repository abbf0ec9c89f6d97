using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>Files, which only forms carry.</summary>
internal sealed class FileFormat : JsonFormat<ApiFile>
{
    internal override ApiFile Read(JsonReader reader) => throw JsonMisfit.At(reader, "file, which JSON does not carry");

    internal override bool Fits(JToken json, UnionConditions conditions) => false;

    internal override void Write(JsonOutput output, ApiFile value) => throw new JsonSerializationException("JSON does not carry files.");
}
