using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Differential;

/// <summary>Makes Newtonsoft's serializer create the class that an object's discriminator names. It reads the properties by reflection.</summary>
internal sealed class ReflectedSubtypes : JsonConverter
{
    public static readonly ReflectedSubtypes Instance = new();

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => throw new NotSupportedException("The contract resolver chooses the types.");

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        // The serializer skips comments before a value only if it has no converter.
        if (reader.TokenType == JsonToken.Comment)
        {
            reader.NextContent();
        }

        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonToken.StartObject)
        {
            throw JsonMismatch.At(reader, "object");
        }

        var path = reader.Path;
        var json = JObject.Load(reader);
        var result = serializer.ContractResolver.ResolveContract(Subtype(json, objectType) ?? objectType).DefaultCreator!();
        using var members = new JTokenReader(json, path);
        // Populate does not call this converter again, but Deserialize would.
        serializer.Populate(members, result);
        return result;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        => throw new NotSupportedException("The serializer writes objects without this converter.");

    /// <summary>Returns the members of a class.</summary>
    public static JsonMembers Members(Type type) => ((ApiObject)Activator.CreateInstance(type)!).JsonMembers;

    // If the class that the discriminator names has another discriminator, that one may name a more derived class.
    private static Type? Subtype(JObject json, Type wanted)
    {
        var members = Members(wanted);
        if (DiscriminatorValue.Of(json[members.Discriminator!]) is not { } value || !Known(wanted).TryGetValue(value, out var create) || create().GetType() is var subtype && !wanted.IsAssignableFrom(subtype))
        {
            return null;
        }

        var own = Members(subtype).Discriminator;
        return (own is not null && own != members.Discriminator ? Subtype(json, subtype) : null) ?? subtype;
    }

    // The subtypes of the class itself take precedence over those of its base classes.
    private static Dictionary<string, Func<ApiObject>> Known(Type type)
    {
        var known = new Dictionary<string, Func<ApiObject>>(StringComparer.Ordinal);
        for (var ancestor = type; ancestor is { IsAbstract: false }; ancestor = ancestor.BaseType)
        {
            foreach (var subtype in Members(ancestor).Subtypes)
            {
                known.TryAdd(subtype.Key, subtype.Value);
            }
        }

        return known;
    }
}
