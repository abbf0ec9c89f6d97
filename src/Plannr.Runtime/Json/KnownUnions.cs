using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>
/// Which JSON within a value is of which union, while a union looks at the value: each of its alternatives may ask again for all that
/// is within, so that the time would double with each level.
/// </summary>
internal static class KnownUnions
{
    [field: ThreadStatic]
    public static Dictionary<(JToken Json, Type Union), bool>? Current { get; set; }
}
