using System.ComponentModel;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Reads and writes the JSON of a type, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonFormat
{
    private protected JsonFormat()
    {
    }

    /// <summary>
    /// Returns a value that indicates whether JSON has the kind that the format writes. Formats also read other kinds, such as strings that
    /// contain numbers, but that would not distinguish the types of a union.
    /// </summary>
    internal abstract bool Fits(JToken json, UnionConditions conditions);

    /// <summary>Returns a value that indicates whether JSON has the kind that the format writes, or is null and C# allows null.</summary>
    internal abstract bool FitsOrNull(JToken json);

    /// <summary>
    /// Creates the JSON schema of the values that the format writes, without null. The default is an empty schema, which allows any JSON.
    /// </summary>
    internal virtual JObject Schema(SchemaDefinitions definitions) => [];

    /// <summary>Creates the JSON schema of the values that the format writes. It allows null if C# does.</summary>
    internal abstract JObject SchemaOrNull(SchemaDefinitions definitions);

    internal abstract void WriteObject(JsonWriteContext output, object value);
}
