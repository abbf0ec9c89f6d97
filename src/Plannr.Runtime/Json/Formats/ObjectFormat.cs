using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>
/// The format of a class in the contract. An object with a discriminator is read as the subtype that the discriminator selects, or as
/// the class itself if the value is unknown. Unknown properties are kept.
/// </summary>
internal sealed class ObjectFormat<T> : JsonFormat<T>
    where T : ApiObject, new()
{
    public static readonly ObjectFormat<T> Instance = new();

    // Created on first use and not in the constructor, because a class can have properties of its own type.
    private JsonMembers Members => field ??= new T().JsonMembers;

    internal override bool Next(JsonReader reader) => reader.NextContent();

    internal override T? Read(JsonReader reader) => (T?)Members.ReadObject(reader, typeof(T), static () => new T());

    internal override bool Fits(JToken json, UnionConditions conditions)
        => json is JObject members && conditions.Allow(members) && (conditions.Decide || Members.Fit(members, isAlternative: conditions != UnionConditions.None));

    internal override JObject Schema(SchemaDefinitions definitions) => definitions.Reference(typeof(T), Members);

    internal override void Write(JsonWriteContext output, T value) => value.JsonMembers.Write(output, value);
}
