using System.Collections.Concurrent;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Generated.Runtime;

/// <summary>
/// Reads an object as the class that its discriminator names (<see cref="KnownSubtypeAttribute"/>). A value that the contract
/// does not know reads as the class that was asked for, whose unknown attributes are kept.
/// </summary>
/// <param name="discriminator">The name of the attribute that tells the classes apart.</param>
public sealed class DiscriminatorConverter(string discriminator) : JsonConverter
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, Type>> Subtypes = new();

    /// <summary>False: objects are written as they are.</summary>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => Known(objectType).Count > 0;

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonToken.StartObject)
        {
            throw JsonMisfit.At(reader, "object");
        }

        var path = reader.Path;
        var json = JObject.Load(reader);
        var type = json[discriminator] is JValue { Type: JTokenType.String } value && Known(objectType).TryGetValue((string)value!, out var known) && objectType.IsAssignableFrom(known)
            ? known
            : objectType;
        var result = serializer.ContractResolver.ResolveContract(type).DefaultCreator!();
        using var members = new JTokenReader(json, path);
        // Populating does not come back here, as deserializing would.
        serializer.Populate(members, result);
        return result;
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        => throw new NotSupportedException("Objects with a discriminator are written as they are.");

    private static IReadOnlyDictionary<string, Type> Known(Type type)
        => Subtypes.GetOrAdd(type, t => t.GetCustomAttributes<KnownSubtypeAttribute>(inherit: true).GroupBy(a => a.Value).ToDictionary(g => g.Key, g => g.First().Type, StringComparer.Ordinal));
}
