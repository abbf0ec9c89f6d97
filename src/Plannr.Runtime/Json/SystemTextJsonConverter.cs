#if NET
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plannr.Generated;
using JsonSerializationException = Newtonsoft.Json.JsonSerializationException;

namespace Plannr.Runtime.Json;

/// <summary>
/// Has System.Text.Json, and with it ASP.NET Core, read and write the contract's types as <see cref="PlannrJson"/> does. The names
/// are the contract's, whatever naming policy the options have; indentation and escapes are those of the options.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SystemTextJsonConverter<T> : JsonConverter<T>, ISystemTextJsonConverter
{
    private readonly JsonFormat<T> _format;

    private protected SystemTextJsonConverter(JsonFormat<T> format) => _format = format;

    JsonFormat ISystemTextJsonConverter.Format => _format;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON does not fit the contract. The message names the place and quotes no value.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The text, because a number among the unknown properties keeps its digits.
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return PlannrJson.Deserialize(json.RootElement.GetRawText(), _format);
        }
        catch (JsonSerializationException exception)
        {
            throw new JsonException(exception.Message);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">A value refers to itself, is a number or an enumeration without a value, or is a text with half of a surrogate pair.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        using var json = ToDocument(value);
        json.RootElement.WriteTo(writer);
    }

    private JsonDocument ToDocument(T value)
    {
        try
        {
            return JsonDocument.Parse(PlannrJson.Serialize(value, _format));
        }
        catch (JsonSerializationException exception)
        {
            throw new JsonException(exception.Message);
        }
        catch (ArgumentException)
        {
            throw new JsonException($"The {typeof(T).Name} cannot be written as UTF-8: a text contains half of a surrogate pair.");
        }
    }
}
#endif
