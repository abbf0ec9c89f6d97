using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>A JSON property of a class.</summary>
internal abstract class JsonMember(string property, string name, bool isReadOnly)
{
    /// <summary>The name of the C# property.</summary>
    public string Property => property;

    /// <summary>The name in JSON.</summary>
    public string Name => name;

    /// <summary>Whether it is the server's, and never sent.</summary>
    public bool IsReadOnly => isReadOnly;

    public abstract bool IsSet(object owner);

    /// <summary>Gives the property the default value of its type, and forgets that it was set.</summary>
    public abstract void Unset(object owner);

    public abstract object? Value(object owner);

    /// <summary>The value as JSON, as a request has it.</summary>
    public abstract JToken Token(object owner);

    /// <summary>Creates the JSON schema of the values.</summary>
    public abstract JObject Schema(SchemaDefinitions definitions);

    /// <summary>Whether a value is of the kind that the contract says.</summary>
    public abstract bool Fits(JToken value);

    /// <summary>Reads the value behind the name that the reader is at.</summary>
    public abstract void Read(JsonReader reader, object owner);

    public abstract void Write(JsonOutput output, object owner);
}
