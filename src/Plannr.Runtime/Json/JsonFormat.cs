using System.ComponentModel;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>How values of a type are read from JSON and written, without a look at the type itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonFormat
{
    private protected JsonFormat()
    {
    }

    /// <summary>
    /// Whether JSON is of the kind that the format writes. Formats read more than that: numbers as text, text as numbers. To tell
    /// the types of a union apart, they may not.
    /// </summary>
    internal abstract bool Fits(JToken json, UnionConditions conditions);

    /// <summary>Whether JSON is of the kind that the format writes, or null where C# allows it.</summary>
    internal abstract bool FitsOrNull(JToken json);

    /// <summary>
    /// Creates the JSON schema of the values that the format writes, without null. An empty one, the default, allows any JSON.
    /// </summary>
    internal virtual JObject Schema(SchemaDefinitions definitions) => [];

    /// <summary>Creates the JSON schema of the values that the format writes, and of null where C# allows it.</summary>
    internal abstract JObject SchemaOrNull(SchemaDefinitions definitions);

    internal abstract void WriteObject(JsonOutput output, object value);
}
