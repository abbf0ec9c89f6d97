using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>Refuses what is no number, and the infinite: JSON has no words for them, and Newtonsoft would write text.</summary>
internal sealed class FiniteNumberConverter : JsonConverter
{
    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) is var type && (type == typeof(double) || type == typeof(float));

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        => throw new NotSupportedException("Numbers are read as they are.");

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        switch (value)
        {
            case double number when !double.IsNaN(number) && !double.IsInfinity(number):
                writer.WriteValue(number);
                break;
            case float number when !float.IsNaN(number) && !float.IsInfinity(number):
                writer.WriteValue(number);
                break;
            default:
                throw new JsonSerializationException("JSON has no number for it.");
        }
    }
}
