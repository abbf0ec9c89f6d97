using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Requests;

/// <summary>Writes an object as <c>application/x-www-form-urlencoded</c>, with a field for each property that is set. Null is an empty field.</summary>
internal static class UrlEncodedBody
{
    public static HttpContent Of(JToken body, IReadOnlyList<FieldEncoding> encodings)
    {
        var form = (JObject)body;
        var fields = form.Properties().SelectMany(p => Fields(p, encodings.FirstOrDefault(e => e.Name == p.Name)));
        var content = new ByteArrayContent(TextEncodings.Utf8.GetBytes(string.Join("&", fields.Select(f => f.Key + "=" + f.Value))));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return content;
    }

    // OpenAPI specifies that an object in a form is JSON, unless the contract specifies a style.
    private static IEnumerable<KeyValuePair<string, string>> Fields(JProperty property, FieldEncoding? encoding)
        => property.Value.Type == JTokenType.Null
            ? [new(ParameterText.Escape(property.Name), "")]
            : ParameterText.Fields(
                property.Name,
                property.Value,
                encoding?.Style ?? (property.Value is JObject ? ParameterStyle.Json : ParameterStyle.Form),
                encoding?.Explode ?? true,
                encoding?.AllowReserved ?? false);
}
