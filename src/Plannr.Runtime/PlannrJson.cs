using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using Plannr.Runtime.Json;
using Plannr.Runtime.Json.Drift;

namespace Plannr.Generated;

/// <summary>
/// Serializes and deserializes the types of a contract as the generated client does. Numbers keep all their digits, timestamps keep
/// their offset, unknown properties are kept as they were received, and only properties that are set are written. It does not use
/// reflection, and ignores <see cref="JsonConvert.DefaultSettings"/>.
/// </summary>
public static class PlannrJson
{
    private const int MaxDepth = 64;

    /// <summary>Serializes an object of a class in the contract to JSON.</summary>
    /// <param name="value">The object.</param>
    /// <param name="formatting">Whether the JSON is indented. By default, it is on one line, as in requests.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="JsonSerializationException">A value contains a reference to itself, a number that is NaN or infinite, or an enumeration without a value.</exception>
    public static string Serialize(ApiObject value, Formatting formatting = Formatting.None)
    {
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        return Write(output => value.JsonMembers.Write(output, value), formatting);
    }

    /// <summary>Serializes a value to JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">The format of the type, such as one of <see cref="JsonFormats"/>.</param>
    /// <param name="formatting">Whether the JSON is indented. By default, it is on one line, as in requests.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="JsonSerializationException">A value contains a reference to itself, a number that is NaN or infinite, or an enumeration without a value.</exception>
    public static string Serialize<T>(T value, JsonFormat<T> format, Formatting formatting = Formatting.None)
    {
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        if (format is null)
        {
            throw new ArgumentNullException(nameof(format));
        }

        return Write(output => format.Write(output, value), formatting);
    }

    /// <summary>Deserializes an object of a class in the contract from JSON.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonSerializationException">The JSON is not a valid <typeparamref name="T"/>. The message contains the path and the position, and no values.</exception>
    public static T Deserialize<T>(string json)
        where T : ApiObject, new()
        => Deserialize(json, JsonFormats.ObjectOf<T>());

    /// <summary>Deserializes a value from JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <param name="format">The format of the type, such as one of <see cref="JsonFormats"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="JsonSerializationException">The JSON is not a valid <typeparamref name="T"/>. The message contains the path and the position, and no values.</exception>
    public static T Deserialize<T>(string json, JsonFormat<T> format)
    {
        if (json is null)
        {
            throw new ArgumentNullException(nameof(json));
        }

        using var reader = JsonNumbers.FitDecimal(json) ? Reader(new StringReader(json)) : MixedReader(json);
        return TryRead(reader, format ?? throw new ArgumentNullException(nameof(format)), out var value, out var problem)
            ? value
            : throw new JsonSerializationException($"The JSON is not a valid {typeof(T).Name}: {problem}.");
    }

    /// <summary>
    /// Returns a value that indicates whether a property was set or received. Only such properties are written, including those that are
    /// null. Requests also omit properties that the contract marks as read-only.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <param name="property">The name of the property in C#, such as <c>nameof(OAuthConnection.Label)</c>.</param>
    /// <returns>True if the property was set or received, even if it is null; false if it was not, or if <see cref="Unset"/> was called since.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The class has no property with this name, or the contract does not name the property.</exception>
    public static bool IsSet(ApiObject value, string property)
    {
        var number = Number(value, property);
        var visitor = FieldVisitor.Getting(value.JsonMembers.All[number]);
        value.VisitField(number, ref visitor);
        return visitor.IsSet;
    }

    /// <summary>Resets a property to the default value of its type, so that it is no longer written or sent.</summary>
    /// <param name="value">The object.</param>
    /// <param name="property">The name of the property in C#, such as <c>nameof(OAuthConnection.Label)</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The class has no property with this name, or the contract does not name the property.</exception>
    public static void Unset(ApiObject value, string property)
    {
        var number = Number(value, property);
        var visitor = FieldVisitor.Unsetting(value.JsonMembers.All[number]);
        value.VisitField(number, ref visitor);
    }

    /// <summary>
    /// Creates a Newtonsoft.Json serializer that reads and writes the same JSON as this class, for applications that use one. The
    /// settings matter for values outside the contract's classes, such as lists of them. The classes themselves have a converter.
    /// </summary>
    /// <returns>A new serializer.</returns>
#if NET
    [RequiresUnreferencedCode("Newtonsoft.Json uses reflection on the serialized types.")]
    [RequiresDynamicCode("Newtonsoft.Json generates code at run time.")]
#endif
    public static JsonSerializer CreateSerializer()
    {
        var settings = new JsonSerializerSettings
        {
            CheckAdditionalContent = true,
            ContractResolver = new DefaultContractResolver(),
            Culture = CultureInfo.InvariantCulture,
            // By default, Newtonsoft.Json converts strings that look like dates to the local time zone.
            DateParseHandling = DateParseHandling.None,
            MaxDepth = MaxDepth,
            // By default, Newtonsoft.Json consumes the properties $type, $id and $ref.
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
            // By default, the values of a duplicate property are merged.
            ObjectCreationHandling = ObjectCreationHandling.Replace,
            TypeNameHandling = TypeNameHandling.None,
        };
        foreach (var converter in FormatConverters.All)
        {
            settings.Converters.Add(converter);
        }

        return JsonSerializer.Create(settings);
    }

    /// <summary>Converts a value to the JSON that it can be read from.</summary>
    internal static JToken ToToken(object value, JsonFormat format) => Deserialize(Write(output => format.WriteObject(output, value), Formatting.None), JsonFormats.Any);

    internal static JToken ToRequestToken<T>(T value, JsonFormat<T> format)
    {
        using var writer = new JTokenWriter();
        format.Write(new JsonWriteContext(writer, isRequest: true), value);
        return writer.Token!;
    }

    /// <summary>Creates a reader that does not convert dates, and reads numbers as decimals.</summary>
    /// <param name="text">The JSON. All its numbers must fit into a decimal, which keeps their digits, such as those of 12.50.</param>
    /// <param name="isError">Whether the JSON is the body of an error, which may deviate from the contract.</param>
    /// <param name="report">Reports differences from the contract.</param>
    internal static JsonTextReader Reader(TextReader text, bool isError = false, DriftReport report = default)
    {
        var reader = isError ? new ErrorReader(text, report) : report.IsObserved ? new DriftReader(text, report) : new JsonTextReader(text);
        reader.Culture = CultureInfo.InvariantCulture;
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = FloatParseHandling.Decimal;
        reader.MaxDepth = MaxDepth;
        reader.PropertyNameTable = JsonNames.Known;
        return reader;
    }

    /// <summary>Creates a reader that does not convert dates, and reads a number as a double if it does not fit into a decimal.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="isError">Whether the JSON is the body of an error, which may deviate from the contract.</param>
    /// <param name="report">Reports differences from the contract.</param>
    internal static JsonTextReader MixedReader(string json, bool isError = false, DriftReport report = default)
    {
        var text = new MixedNumbersReader(json);
        var reader = Reader(text, isError, report);
        text.JsonReader = reader;
        return reader;
    }

    internal static bool TryConvert<T>(JToken json, JsonFormat<T> format, [NotNullWhen(true)] out T? value)
    {
        using var reader = new JTokenReader(json);
        return TryRead(reader, format, out value, out _);
    }

    internal static bool TryRead<T>(JsonReader reader, JsonFormat<T> format, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = null;
        try
        {
            value = format.Next(reader) ? format.Read(reader) : default(T) is null ? default : throw JsonMismatch.At(reader, "value");
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                {
                    throw JsonMismatch.At(reader, "single value");
                }
            }

            problem = value is null ? "its JSON is null" : null;
        }
        // The messages of these exceptions contain the invalid value, which may be a secret, so only the position is reported.
        catch (JsonReaderException exception)
        {
            problem = Place(exception.Path, exception.LineNumber, exception.LinePosition);
            reader.Drift()?.AddUnreadable(exception.Path);
        }
        catch (JsonSerializationException exception)
        {
            problem = Place(exception.Path, exception.LineNumber, exception.LinePosition);
            reader.Drift()?.AddUnreadable(exception.Path);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            problem = "its JSON does not match the contract";
            reader.Drift()?.AddUnreadable(reader.Path);
        }

        return problem is null && value is not null;
    }

    private static int Number(ApiObject value, string property)
    {
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        return value.JsonMembers.NumberOf(property ?? throw new ArgumentNullException(nameof(property))) is var number and >= 0
            ? number
            : throw new ArgumentException($"{value.GetType().Name} has no property '{property}' that the contract names. Pass the name of a C# property, with nameof.", nameof(property));
    }

    private static string Write(Action<JsonWriteContext> write, Formatting formatting)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = new JsonTextWriter(text) { Formatting = formatting })
        {
            write(new JsonWriteContext(writer, isRequest: false));
        }

        return text.ToString();
    }

    private static string Place(string? path, int line, int column)
        => line == 0 ? "its body is not JSON"
            : string.IsNullOrEmpty(path) ? $"its JSON does not match the contract at line {line}, position {column}"
            : $"its JSON does not match the contract at '{Printable(path!)}' (line {line}, position {column})";

    // The path consists of property names, which the sender controls.
    private static string Printable(string path)
    {
        var text = new string(path.Select(c => char.IsControl(c) ? '?' : c).ToArray());
        return text.Length <= 200 ? text : text.Substring(0, 200) + "...";
    }
}
