using System.Text;

namespace Plannr.Generated.Runtime;

/// <summary>From bytes to text and back, without replacing what does not fit.</summary>
internal static class TextEncodings
{
    /// <summary>UTF-8 that throws on what it cannot carry. Its preamble is the byte order mark that a body may start with.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Decodes a body by the charset that its header names; by UTF-8, JSON's own, if it names none or an unknown one.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="charset">The charset, or null.</param>
    /// <param name="problem">What is wrong if the bytes are not text; the text then has replacement characters in their place.</param>
    public static string Decode(byte[] bytes, string? charset, out string? problem)
    {
        var encoding = Find(charset);
        var start = StartsWith(bytes, encoding.GetPreamble()) ? encoding.GetPreamble().Length : 0;
        try
        {
            problem = null;
            return encoding.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            problem = $"its body is not valid {encoding.WebName}";
            return Encoding.GetEncoding(encoding.WebName).GetString(bytes, start, bytes.Length - start);
        }
    }

    private static Encoding Find(string? charset)
    {
        try
        {
            return charset is null
                ? Utf8
                : Encoding.GetEncoding(charset.Trim('"'), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Utf8;
        }
    }

    private static bool StartsWith(byte[] bytes, byte[] prefix)
        => bytes.Take(prefix.Length).SequenceEqual(prefix);
}
