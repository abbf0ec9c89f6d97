using System.Globalization;
using Newtonsoft.Json;
using Plannr.Runtime.Json;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Requests;

/// <summary>A JSON body of a request.</summary>
internal static class JsonBody
{
    /// <summary>Writes a value as a body.</summary>
    /// <exception cref="JsonException">The value refers to itself, or is a number or an enumeration without a value.</exception>
    /// <exception cref="System.Text.EncoderFallbackException">A text holds half of a surrogate pair.</exception>
    public static HttpContent Of<T>(T? value, JsonFormat<T> format, string mediaType)
    {
        using var text = new PooledTextWriter();
        using (var writer = new JsonTextWriter(text) { ArrayPool = CharPool.Instance, AutoCompleteOnClose = false, CloseOutput = false, Culture = CultureInfo.InvariantCulture })
        {
            format.WriteOrNull(new JsonOutput(writer, isRequest: true), value);
        }

        var content = new ByteArrayContent(text.ToUtf8());
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    }
}
