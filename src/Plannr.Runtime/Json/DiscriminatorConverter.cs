using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>
/// Reads an object as the class that its discriminator names (<see cref="KnownSubtypeAttribute"/>). A value that the contract
/// does not know reads as the class that was asked for, whose unknown attributes are kept.
/// </summary>
/// <param name="discriminator">The name of the attribute that tells the classes apart.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
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
        var type = Subtype(json, discriminator, objectType) ?? objectType;
        var result = serializer.ContractResolver.ResolveContract(type).DefaultCreator!();
        using var members = new JTokenReader(json, path);
        // Populating does not come back here, as deserializing would.
        serializer.Populate(members, result);
        return result;
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        => throw new NotSupportedException("Objects with a discriminator are written as they are.");

    // The class that the value names, or the one further below that this one's own discriminator names.
    private static Type? Subtype(JObject json, string name, Type wanted)
    {
        if (DiscriminatorValue.Of(json[name]) is not { } value || !Known(wanted).TryGetValue(value, out var subtype) || !wanted.IsAssignableFrom(subtype))
        {
            return null;
        }

        return (Discriminator(subtype) is { } own && own != name ? Subtype(json, own, subtype) : null) ?? subtype;
    }

    private static string? Discriminator(Type type)
        => type.GetCustomAttribute<JsonConverterAttribute>(inherit: true) is { } attribute && attribute.ConverterType == typeof(DiscriminatorConverter) ? (string)attribute.ConverterParameters![0] : null;

    private static IReadOnlyDictionary<string, Type> Known(Type type)
        => Subtypes.GetOrAdd(type, t => t.GetCustomAttributes<KnownSubtypeAttribute>(inherit: true).GroupBy(a => DiscriminatorValue.Of(a.Value)).ToDictionary(g => g.Key, g => g.First().Type, StringComparer.Ordinal));
}
