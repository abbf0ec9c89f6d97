using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>
/// Caches which JSON values belong to which unions while a union tries its types. Each type checks all nested values again, so without
/// the cache, the time would double with each level.
/// </summary>
internal static class UnionCache
{
    [field: ThreadStatic]
    public static Dictionary<(JToken Json, Type Union), bool>? Current { get; set; }
}
