using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>
/// Objects of a class of the contract. One with a discriminator is read as the class that it names; a value that the contract
/// does not know reads as the class that was asked for, whose unknown attributes are kept.
/// </summary>
internal sealed class ObjectFormat<T> : JsonFormat<T>
    where T : ApiObject, new()
{
    public static readonly ObjectFormat<T> Instance = new();

    // Not while it is created: a class may have attributes of its own type.
    private JsonMembers Members => field ??= new T().JsonMembers;

    internal override bool Next(JsonReader reader) => Members.Discriminator is null ? reader.NextContent() : reader.Read();

    internal override T? Read(JsonReader reader) => (T?)Members.ReadObject(reader, typeof(T), static () => new T());

    internal override bool Fits(JToken json, UnionConditions conditions)
        => json is JObject members && conditions.Allow(members) && (conditions.Decide || Members.Fit(members, isAlternative: conditions != UnionConditions.None));

    internal override JObject Schema(SchemaDefinitions definitions) => definitions.Reference(typeof(T), Members);

    internal override void Write(JsonOutput output, T value) => value.JsonMembers.Write(output, value);
}
