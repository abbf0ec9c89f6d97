using System.Text;

namespace Plannr.Runtime.Text;

/// <summary>From bytes to text and back, without replacing what does not fit.</summary>
internal static class TextEncodings
{
    /// <summary>UTF-8 that throws on what it cannot carry. Its preamble is the byte order mark that a body may start with.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly byte[] Utf8Preamble = Utf8.GetPreamble();

    /// <summary>Whether a charset is UTF-8; so is none, JSON's own being UTF-8.</summary>
    public static bool IsUtf8(string? charset) => charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || Of(charset) == Utf8;

    /// <summary>Whether bytes are UTF-8 from start to end.</summary>
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

    /// <summary>How many bytes an encoding's preamble takes at the start of a body: all of it, or none.</summary>
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

    /// <summary>Decodes a body by the charset that its header names; by UTF-8 if it names none or an unknown one.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="count">How many of the bytes are its.</param>
    /// <param name="charset">The charset, or null.</param>
    /// <param name="problem">What is wrong if the bytes are not text; the text then has replacement characters in their place.</param>
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
