using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Base class of the contract's classes that keep JSON properties which the contract does not name.</summary>
public abstract class ExtensibleObject : ApiObject
{
    /// <summary>Gets or sets the JSON properties that the contract does not name, as they were received. They are sent too. Default: empty.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken> AdditionalProperties { get => OtherProperties ??= new Dictionary<string, JToken>(); set => OtherProperties = value; }
}
