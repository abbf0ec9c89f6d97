using System.ComponentModel;

namespace Plannr.Runtime.Json;

/// <summary>A class of the contract, whose JSON is an object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonObject
{
    /// <summary>The attributes of the object, and how each is read and written.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    JsonMembers Members { get; }
}
