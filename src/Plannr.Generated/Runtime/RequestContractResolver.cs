using System.ComponentModel;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Plannr.Generated.Runtime;

/// <summary>Leaves out of requests what the contract calls read-only: it is the server's to say.</summary>
internal sealed class RequestContractResolver : DefaultContractResolver
{
    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (member.GetCustomAttribute<ReadOnlyAttribute>()?.IsReadOnly == true)
        {
            property.ShouldSerialize = _ => false;
        }

        return property;
    }
}
