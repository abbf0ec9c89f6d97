using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of a union. Reading keeps the JSON.</summary>
internal sealed class UnionFormat<T>(Func<JToken, T> create) : JsonFormat<T>
    where T : Union
{
    internal override T? Read(JsonReader reader) => reader.TokenType == JsonToken.Null ? null : create(JToken.Load(reader));

    internal override bool Fits(JToken json, UnionConditions conditions)
        => json.Type != JTokenType.Null && (json is not JObject members || conditions.Allow(members)) && IsKnown(json);

    // Any JSON except null, because ASP.NET Core describes a nullable type as exactly one of null and the type.
    internal override JObject Schema(SchemaDefinitions definitions) => new() { ["type"] = new JArray("array", "boolean", "number", "object", "string") };

    internal override void Write(JsonWriteContext output, T value) => value.Write(output);

    private bool IsKnown(JToken json)
    {
        var isFirst = UnionCache.Current is null;
        var known = UnionCache.Current ??= [];
        try
        {
            if (!known.TryGetValue((json, typeof(T)), out var result))
            {
                known.Add((json, typeof(T)), result = create(json).IsKnown);
            }

            return result;
        }
        finally
        {
            if (isFirst)
            {
                UnionCache.Current = null;
            }
        }
    }
}

/// <summary>
/// Caches which JSON values belong to which unions while a union tries its types. Each type checks all nested values again, so without
/// the cache, the time would double with each level.
/// </summary>
internal static class UnionCache
{
    [field: ThreadStatic]
    public static Dictionary<(JToken Json, Type Union), bool>? Current { get; set; }
}
