using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.State;

/// <summary>Reads the UUID of a resource.</summary>
internal static class ResourceUuid
{
    public static Guid Of(JObject resource) => Guid.Parse(resource.Value<string>("uuid")!);
}
