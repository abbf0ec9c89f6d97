using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Differential;

/// <summary>Reads and writes objects with Newtonsoft's reflection-based serializer.</summary>
internal static class Reflection
{
    private static readonly JsonSerializer Serializer = Create(isRequest: false);
    private static readonly JsonSerializer RequestSerializer = Create(isRequest: true);

    /// <summary>Reads JSON, and describes errors in the words of <see cref="PlannrJson"/>.</summary>
    /// <returns>The value, or a description of the error.</returns>
    public static (object? Value, string? Problem) Read(string json, Type type)
    {
        using var reader = JsonNumbers.FitDecimal(json) ? new JsonTextReader(new StringReader(json)) { FloatParseHandling = FloatParseHandling.Decimal } : PlannrJson.MixedReader(json);
        try
        {
            return Serializer.Deserialize(reader, type) is { } value ? (value, null) : (null, "its JSON is null");
        }
        catch (JsonReaderException exception)
        {
            return (null, Place(exception.Path, exception.LineNumber, exception.LinePosition));
        }
        catch (JsonSerializationException exception)
        {
            return (null, Place(exception.Path, exception.LineNumber, exception.LinePosition));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            return (null, "its JSON does not match the contract");
        }
    }

    public static string Write(object value, bool isRequest)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text))
        {
            (isRequest ? RequestSerializer : Serializer).Serialize(writer, value);
        }

        return text.ToString();
    }

    private static string Place(string? path, int line, int column)
        => line == 0 ? "its body is not JSON"
            : string.IsNullOrEmpty(path) ? $"its JSON does not match the contract at line {line}, position {column}"
            : $"its JSON does not match the contract at '{path}' (line {line}, position {column})";

    private static JsonSerializer Create(bool isRequest)
    {
        var serializer = PlannrJson.CreateSerializer();
        serializer.ContractResolver = new Resolver(isRequest);
        return serializer;
    }

    // Ignores the converter of generated classes, and writes only the properties that are set.
    private sealed class Resolver(bool isRequest) : DefaultContractResolver
    {
        protected override JsonConverter? ResolveContractConverter(Type objectType)
            => base.ResolveContractConverter(objectType) is var converter && converter is not JsonObjectConverter ? converter
                : ReflectedSubtypes.Members(objectType).Discriminator is null ? null
                : ReflectedSubtypes.Instance;

        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            // Requests omit read-only properties.
            property.ShouldSerialize = isRequest && member.GetCustomAttribute<ReadOnlyAttribute>()?.IsReadOnly == true
                ? _ => false
                : owner => PlannrJson.IsSet((ApiObject)owner, member.Name);
            return property;
        }
    }
}
