using Microsoft.Net.Http.Headers;

namespace Plannr.Sandbox.Validation;

/// <summary>Recognizes media types that are JSON.</summary>
internal static class JsonMediaType
{
    public static bool Is(string mediaType)
        => MediaTypeHeaderValue.TryParse(mediaType, out var parsed)
            && (parsed.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || parsed.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));
}
