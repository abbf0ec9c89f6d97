using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Generated.Runtime;

/// <summary>Values that are one of several types, read as the JSON that they keep.</summary>
internal sealed class UnionFormat<T>(Func<JToken, T> create) : JsonFormat<T>
    where T : Union
{
    internal override T? Read(JsonReader reader) => reader.TokenType == JsonToken.Null ? null : create(JToken.Load(reader));

    internal override bool Fits(JToken json, UnionConditions conditions)
        => json.Type != JTokenType.Null && (json is not JObject members || conditions.Allow(members)) && create(json).IsKnown;

    internal override void Write(JsonOutput output, T value) => value.Write(output);
}
