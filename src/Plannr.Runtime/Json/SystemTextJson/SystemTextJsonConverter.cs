#if NET
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plannr.Generated;
using JsonSerializationException = Newtonsoft.Json.JsonSerializationException;

namespace Plannr.Runtime.Json;

/// <summary>
/// Converts the types of a contract for System.Text.Json, and so for ASP.NET Core, as <see cref="PlannrJson"/> does. Property names are
/// those in the contract, independently of the naming policy. Indentation and escaping follow the options.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SystemTextJsonConverter<T> : JsonConverter<T>, ISystemTextJsonConverter
{
    private readonly JsonFormat<T> _format;

    private protected SystemTextJsonConverter(JsonFormat<T> format) => _format = format;

    JsonFormat ISystemTextJsonConverter.Format => _format;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON does not match the contract. The message contains the path and the position, and no values.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Reads the raw text, because numbers in unknown properties must keep their digits.
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
    /// <exception cref="JsonException">A value contains a reference to itself, a number that is NaN or infinite, an enumeration without a value, or an unpaired surrogate.</exception>
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
            throw new JsonException($"The {typeof(T).Name} cannot be written as UTF-8, because a string contains an unpaired surrogate.");
        }
    }
}
#endif
