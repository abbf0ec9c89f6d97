using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>An attribute of a class.</summary>
internal abstract class JsonMember(string name, bool isReadOnly)
{
    public string Name => name;

    /// <summary>Whether it is the server's, and never sent.</summary>
    public bool IsReadOnly => isReadOnly;

    public abstract bool IsSet(object owner);

    public abstract object? Value(object owner);

    /// <summary>The value as JSON, as a request has it.</summary>
    public abstract JToken Token(object owner);

    /// <summary>Whether a value is of the kind that the contract says.</summary>
    public abstract bool Fits(JToken value);

    /// <summary>Reads the value behind the name that the reader is at.</summary>
    public abstract void Read(JsonReader reader, object owner);

    public abstract void Write(JsonOutput output, object owner);
}
