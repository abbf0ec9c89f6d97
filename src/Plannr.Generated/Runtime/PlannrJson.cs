using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using Plannr.Generated.Runtime;

namespace Plannr.Generated;

/// <summary>
/// Reads and writes the contract's types as the client does: values keep every digit and their offset, unknown attributes
/// stay as they came, and only what was set is written. The application's <see cref="JsonConvert.DefaultSettings"/> have
/// no part in it.
/// </summary>
public static class PlannrJson
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(Settings(new DefaultContractResolver()));

    private static readonly JsonSerializer RequestSerializer = JsonSerializer.Create(Settings(new RequestContractResolver()));

    private static JsonSerializerSettings Settings(IContractResolver resolver) => new()
    {
        CheckAdditionalContent = true,
        ContractResolver = resolver,
        Culture = CultureInfo.InvariantCulture,
        // Left on, text that looks like a date is rewritten into the machine's time zone.
        DateParseHandling = DateParseHandling.None,
        MaxDepth = 64,
        // Left on, attributes named $type, $id and $ref vanish.
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        TypeNameHandling = TypeNameHandling.None,
        Converters = { new TimestampConverter(), new DateConverter(), new UuidConverter(), new UriConverter(), new IntegerConverter(), new FiniteNumberConverter() },
    };

    /// <summary>Writes a value as JSON.</summary>
    /// <param name="value">A value of one of the contract's types.</param>
    /// <param name="formatting">On one line, as it is sent, or indented.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static string Serialize(object value, Formatting formatting = Formatting.None)
    {
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        return Serialize(Serializer, value, formatting);
    }

    internal static string SerializeRequest(object value) => Serialize(RequestSerializer, value, Formatting.None);

    internal static JToken ToRequestToken(object value) => JToken.FromObject(value, RequestSerializer);

    internal static JsonContract RequestContractOf(Type type) => RequestSerializer.ContractResolver.ResolveContract(type);

    private static string Serialize(JsonSerializer serializer, object value, Formatting formatting)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = formatting };
        serializer.Serialize(writer, value);
        return text.ToString();
    }

    /// <summary>Reads a value from JSON.</summary>
    /// <typeparam name="T">One of the contract's types.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonSerializationException">The JSON is not a <typeparamref name="T"/>. The message says where, and quotes no value.</exception>
    public static T Deserialize<T>(string json)
    {
        if (json is null)
        {
            throw new ArgumentNullException(nameof(json));
        }

        return TryDeserialize<T>(json, out var value, out var problem)
            ? value
            : throw new JsonSerializationException($"The text is no {typeof(T).Name}: {problem}.");
    }

    // A number among the unknown attributes keeps its digits as a decimal ("12.50"), unless one is too large or too small for it.
    internal static bool TryDeserialize<T>(string json, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { FloatParseHandling = JsonNumbers.FitDecimal(json) ? FloatParseHandling.Decimal : FloatParseHandling.Double };
        return TryRead(reader, out value, out problem);
    }

    internal static bool TryConvert<T>(JToken json, [NotNullWhen(true)] out T? value)
    {
        using var reader = new JTokenReader(json);
        return TryRead(reader, out value, out _);
    }

    private static bool TryRead<T>(JsonReader reader, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        try
        {
            // The generic overload would unbox the null of an empty text.
            var type = typeof(T);
            var read = Serializer.Deserialize(reader, type);
            value = read is T typed ? typed : default;
            problem = read is null ? "its JSON is null" : null;
        }
        // Their messages quote the value that they failed on, which may be a secret; so they are not passed on, only their place.
        catch (JsonReaderException exception)
        {
            problem = Place(exception.Path, exception.LineNumber, exception.LinePosition);
        }
        catch (JsonSerializationException exception)
        {
            problem = Place(exception.Path, exception.LineNumber, exception.LinePosition);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            problem = "its JSON does not fit the contract";
        }

        return problem is null && value is not null;
    }

    private static string Place(string? path, int line, int column)
        => line == 0 ? "its body is not JSON"
            : string.IsNullOrEmpty(path) ? $"its JSON does not fit the contract at line {line}, position {column}"
            : $"its JSON does not fit the contract at '{Printable(path!)}' (line {line}, position {column})";

    // A path is made of the sender's attribute names.
    private static string Printable(string path)
    {
        var text = new string(path.Select(c => char.IsControl(c) ? '?' : c).ToArray());
        return text.Length <= 200 ? text : text.Substring(0, 200) + "...";
    }
}
