using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>The base class of the classes in a contract that keep JSON properties that the contract does not name.</summary>
public abstract class ExtensibleObject : ApiObject
{
    /// <summary>Gets or sets the JSON properties that the contract does not name, as they were received. Requests contain them too. The default is empty.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken> AdditionalProperties { get => OtherProperties ??= new Dictionary<string, JToken>(); set => OtherProperties = value; }
}
