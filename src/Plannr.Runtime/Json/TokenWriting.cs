using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Writes any JSON unchanged. Values that an application has assigned, such as dates, are written with their formats.</summary>
internal static class TokenWriting
{
    public static void Write(this JsonWriteContext output, JToken token)
    {
        switch (token)
        {
            case JObject members:
                output.Writer.WriteStartObject();
                foreach (var member in members.Properties())
                {
                    output.Writer.WritePropertyName(member.Name);
                    output.Write(member.Value);
                }

                output.Writer.WriteEndObject();
                break;
            case JArray items:
                output.Writer.WriteStartArray();
                WriteAll(output, items);
                output.Writer.WriteEndArray();
                break;
            case JConstructor constructor:
                output.Writer.WriteStartConstructor(constructor.Name ?? "");
                WriteAll(output, constructor);
                output.Writer.WriteEndConstructor();
                break;
            case JValue value:
                WriteValue(output, value);
                break;
            default:
                throw new JsonSerializationException($"A {token.Type} is not a JSON value.");
        }
    }

    private static void WriteAll(JsonWriteContext output, JContainer items)
    {
        foreach (var item in items)
        {
            output.Write(item);
        }
    }

    private static void WriteValue(JsonWriteContext output, JValue token)
    {
        switch (token.Value)
        {
            case DateTimeOffset value:
                JsonFormats.Timestamp.Write(output, value);
                break;
#if NET
            case DateOnly value:
                JsonFormats.Date.Write(output, value);
                break;
#else
            case DateTime value:
                JsonFormats.Date.Write(output, value);
                break;
#endif
            case Guid value:
                JsonFormats.Uuid.Write(output, value);
                break;
            case Uri value:
                JsonFormats.Uri.Write(output, value);
                break;
            case double value:
                JsonFormats.Number.Write(output, value);
                break;
            case float value:
                JsonFormats.Number32.Write(output, value);
                break;
            case string text when token.Type == JTokenType.Comment:
                output.Writer.WriteComment(text);
                break;
            case string text when token.Type == JTokenType.Raw:
                output.Writer.WriteRawValue(text);
                break;
            case null when token.Type == JTokenType.Undefined:
                output.Writer.WriteUndefined();
                break;
            default:
                output.Writer.WriteValue(token.Value);
                break;
        }
    }
}
