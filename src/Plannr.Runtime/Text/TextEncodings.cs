using System.Text;

namespace Plannr.Runtime.Text;

/// <summary>Encodes and decodes text, and detects invalid bytes instead of silently replacing them.</summary>
internal static class TextEncodings
{
    /// <summary>UTF-8 that throws for invalid input. Its preamble is the byte order mark that a body can start with.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly byte[] Utf8Preamble = Utf8.GetPreamble();

    /// <summary>Returns a value that indicates whether a charset is UTF-8. Null is UTF-8, which is the encoding of JSON.</summary>
    public static bool IsUtf8(string? charset) => charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || Of(charset) == Utf8;

    /// <summary>Returns a value that indicates whether all bytes are valid UTF-8.</summary>
    public static bool IsValidUtf8(byte[] bytes, int count)
    {
#if NET
        return System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, count));
#else
        try
        {
            Utf8.GetCharCount(bytes, 0, count);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
#endif
    }

    /// <summary>Returns the length of the encoding's preamble if a body starts with it, or else 0.</summary>
    public static int Preamble(Encoding encoding, byte[] bytes, int count)
    {
        var preamble = encoding == Utf8 ? Utf8Preamble : encoding.GetPreamble();
        if (count < preamble.Length)
        {
            return 0;
        }

        for (var at = 0; at < preamble.Length; at++)
        {
            if (bytes[at] != preamble[at])
            {
                return 0;
            }
        }

        return preamble.Length;
    }

    /// <summary>Decodes a body. The default charset, also for an unknown one, is UTF-8.</summary>
    /// <param name="bytes">The buffer of the body.</param>
    /// <param name="count">The number of bytes of the body.</param>
    /// <param name="charset">The charset in the <c>Content-Type</c> header, or null.</param>
    /// <param name="problem">The problem, as the end of a sentence, if some bytes are not valid. The text then contains replacement characters. Otherwise null.</param>
    public static string Decode(byte[] bytes, int count, string? charset, out string? problem)
    {
        var encoding = Of(charset);
        var start = Preamble(encoding, bytes, count);
        try
        {
            problem = null;
            return encoding.GetString(bytes, start, count - start);
        }
        catch (DecoderFallbackException)
        {
            problem = $"its body is not valid {encoding.WebName}";
            return Encoding.GetEncoding(encoding.WebName).GetString(bytes, start, count - start);
        }
    }

    /// <summary>Returns the encoding of a charset, which throws instead of replacing characters; UTF-8 if the charset is missing or not known.</summary>
    public static Encoding Of(string? charset)
    {
        try
        {
            return charset is null
                ? Utf8
                : Encoding.GetEncoding(charset.Trim('"'), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) is { CodePage: not 65001 } other ? other : Utf8;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Utf8;
        }
    }
}
