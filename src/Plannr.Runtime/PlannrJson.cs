using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using Plannr.Runtime.Json;

namespace Plannr.Generated;

/// <summary>
/// Reads and writes the contract's types as the client does: values keep every digit and their offset, unknown attributes
/// stay as they came, and only what was set is written. Nothing is found out by reflection, and the application's
/// <see cref="JsonConvert.DefaultSettings"/> have no part in it.
/// </summary>
public static class PlannrJson
{
    private const int MaxDepth = 64;

    /// <summary>Writes an object of one of the contract's classes as JSON.</summary>
    /// <param name="value">The object.</param>
    /// <param name="formatting">On one line, as it is sent, or indented.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="JsonSerializationException">A value refers to itself, or is a number or an enumeration without a value.</exception>
    public static string Serialize(ApiObject value, Formatting formatting = Formatting.None)
    {
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        return Write(output => value.JsonMembers.Write(output, value), formatting);
    }

    /// <summary>Writes a value as JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="formatting">On one line, as it is sent, or indented.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="JsonSerializationException">A value refers to itself, or is a number or an enumeration without a value.</exception>
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

    /// <summary>Reads an object of one of the contract's classes from JSON.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonSerializationException">The JSON is not a <typeparamref name="T"/>. The message says where, and quotes no value.</exception>
    public static T Deserialize<T>(string json)
        where T : ApiObject, new()
        => Deserialize(json, JsonFormats.ObjectOf<T>());

    /// <summary>Reads a value from JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <param name="format">How it is read.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="JsonSerializationException">The JSON is not a <typeparamref name="T"/>. The message says where, and quotes no value.</exception>
    public static T Deserialize<T>(string json, JsonFormat<T> format)
    {
        if (json is null)
        {
            throw new ArgumentNullException(nameof(json));
        }

        using var reader = JsonNumbers.FitDecimal(json) ? Reader(new StringReader(json)) : MixedReader(json);
        return TryRead(reader, format ?? throw new ArgumentNullException(nameof(format)), out var value, out var problem)
            ? value
            : throw new JsonSerializationException($"The text is no {typeof(T).Name}: {problem}.");
    }

    /// <summary>
    /// Returns whether a property was set or received. Only then it is written, a null included, and sent unless the contract
    /// marks it as the server's.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <param name="property">The name of the property in C#, such as <c>nameof(OAuthConnection.Label)</c>.</param>
    /// <returns>True if the property was set, also to null; false if it never was, or not since <see cref="Unset"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The class has no property of that name, or the contract does not name the property.</exception>
    public static bool IsSet(ApiObject value, string property)
    {
        var number = Number(value, property);
        var visitor = FieldVisitor.Getting(value.JsonMembers.All[number]);
        value.VisitField(number, ref visitor);
        return visitor.IsSet;
    }

    /// <summary>Gives a property the default value of its type, and keeps it from being written and sent.</summary>
    /// <param name="value">The object.</param>
    /// <param name="property">The name of the property in C#, such as <c>nameof(OAuthConnection.Label)</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The class has no property of that name, or the contract does not name the property.</exception>
    public static void Unset(ApiObject value, string property)
    {
        var number = Number(value, property);
        var visitor = FieldVisitor.Unsetting(value.JsonMembers.All[number]);
        value.VisitField(number, ref visitor);
    }

    /// <summary>
    /// Newtonsoft's own serializer, set up so that it reads and writes values of other types, such as lists of the contract's types,
    /// as this class does: for an application that has it as a part of its own. The contract's classes bring their converter along.
    /// </summary>
    /// <returns>A new serializer.</returns>
#if NET
    [RequiresUnreferencedCode("Newtonsoft's serializer reflects on the types that it is given.")]
    [RequiresDynamicCode("Newtonsoft's serializer makes code at run time.")]
#endif
    public static JsonSerializer CreateSerializer()
    {
        var settings = new JsonSerializerSettings
        {
            CheckAdditionalContent = true,
            ContractResolver = new DefaultContractResolver(),
            Culture = CultureInfo.InvariantCulture,
            // Left on, text that looks like a date is rewritten into the machine's time zone.
            DateParseHandling = DateParseHandling.None,
            MaxDepth = MaxDepth,
            // Left on, attributes named $type, $id and $ref vanish.
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
            // Left as it is, an attribute that comes twice is both, mixed.
            ObjectCreationHandling = ObjectCreationHandling.Replace,
            TypeNameHandling = TypeNameHandling.None,
        };
        foreach (var converter in FormatConverters.All)
        {
            settings.Converters.Add(converter);
        }

        return JsonSerializer.Create(settings);
    }

    /// <summary>A value as the JSON that it would be read back from.</summary>
    internal static JToken ToToken(object value, JsonFormat format) => Deserialize(Write(output => format.WriteObject(output, value), Formatting.None), JsonFormats.Any);

    internal static JToken ToRequestToken<T>(T value, JsonFormat<T> format)
    {
        using var writer = new JTokenWriter();
        format.Write(new JsonOutput(writer, isRequest: true), value);
        return writer.Token!;
    }

    /// <summary>A reader that takes the text as it stands.</summary>
    /// <param name="text">The text. Decimals hold all its numbers: one among the unknown attributes then keeps its digits ("12.50").</param>
    /// <param name="isError">Whether the text is the body of an error, which need not match the contract in all points.</param>
    internal static JsonTextReader Reader(TextReader text, bool isError = false)
    {
        var reader = isError ? new ErrorReader(text) : new JsonTextReader(text);
        reader.Culture = CultureInfo.InvariantCulture;
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = FloatParseHandling.Decimal;
        reader.MaxDepth = MaxDepth;
        reader.PropertyNameTable = JsonNames.Known;
        return reader;
    }

    /// <summary>A reader that takes the text as it stands, and as a double each number that no decimal holds.</summary>
    /// <param name="json">The text.</param>
    /// <param name="isError">Whether the text is the body of an error, which need not match the contract in all points.</param>
    internal static JsonTextReader MixedReader(string json, bool isError = false)
    {
        var text = new MixedNumbersReader(json);
        var reader = Reader(text, isError);
        text.JsonReader = reader;
        return reader;
    }

    internal static bool TryConvert<T>(JToken json, JsonFormat<T> format, [NotNullWhen(true)] out T? value)
    {
        using var reader = new JTokenReader(json) { Culture = CultureInfo.InvariantCulture, DateParseHandling = DateParseHandling.None, MaxDepth = MaxDepth };
        return TryRead(reader, format, out value, out _);
    }

    internal static bool TryRead<T>(JsonReader reader, JsonFormat<T> format, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = null;
        try
        {
            value = format.Next(reader) ? format.Read(reader) : default(T) is null ? default : throw JsonMisfit.At(reader, "value");
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                {
                    throw JsonMisfit.At(reader, "single value");
                }
            }

            problem = value is null ? "its JSON is null" : null;
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

    private static int Number(ApiObject value, string property)
    {
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        return value.JsonMembers.NumberOf(property ?? throw new ArgumentNullException(nameof(property))) is var number and >= 0
            ? number
            : throw new ArgumentException($"{value.GetType().Name} has no property '{property}' that the contract names. Write the name of the property in C#, with nameof.", nameof(property));
    }

    private static string Write(Action<JsonOutput> write, Formatting formatting)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = new JsonTextWriter(text) { Formatting = formatting })
        {
            write(new JsonOutput(writer, isRequest: false));
        }

        return text.ToString();
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
