using System.Globalization;
using Newtonsoft.Json;
using Plannr.Runtime.Json;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Requests;

/// <summary>Creates JSON bodies of requests.</summary>
internal static class JsonBody
{
    /// <summary>Serializes a value.</summary>
    /// <exception cref="JsonException">The value contains a reference to itself, a number that is NaN or infinite, or an enumeration without a value.</exception>
    /// <exception cref="System.Text.EncoderFallbackException">A string contains an unpaired surrogate.</exception>
    public static HttpContent Of<T>(T? value, JsonFormat<T> format, string mediaType)
    {
        using var text = new PooledTextWriter();
        using (var writer = new JsonTextWriter(text) { ArrayPool = CharPool.Instance, AutoCompleteOnClose = false, CloseOutput = false, Culture = CultureInfo.InvariantCulture })
        {
            format.WriteOrNull(new JsonWriteContext(writer, isRequest: true), value);
        }

        var content = new ByteArrayContent(text.ToUtf8());
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    }
}
