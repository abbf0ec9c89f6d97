using System.Buffers;
using System.Text;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Source;

/// <summary>Reads the text of a document, in UTF-8, UTF-16 or UTF-32, with or without a byte order mark.</summary>
internal static class SourceText
{
    /// <summary>The maximum size of a file. It is larger than any contract, and small enough for the available memory.</summary>
    private const int MaxBytes = 100 * 1024 * 1024;

    private static readonly SearchValues<char> ControlCharacters
        = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF']);

    /// <summary>Reads a file, and adds problems to the findings.</summary>
    /// <returns>The text, or null if the file does not contain text.</returns>
    public static string? Read(string file, Findings findings)
    {
        try
        {
            // The size is checked while reading, because a device such as /dev/zero has no length.
            using var stream = File.OpenRead(file);
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                if (bytes.Length + count > MaxBytes)
                {
                    findings.Add(Rule.TooLarge, file, new Mark(1, 1), $"The file is larger than {MaxBytes / 1024 / 1024} MB. Split the contract.");
                    return null;
                }

                bytes.Write(buffer, 0, count);
            }

            return Decode(file, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), findings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(Rule.Missing, file, new Mark(1, 1), $"The file cannot be read: {exception.Message}");
            return null;
        }
    }

    private static string? Decode(string file, ReadOnlySpan<byte> bytes, Findings findings)
    {
        var encoding = EncodingOf(bytes);
        if (bytes.StartsWith(encoding.Preamble))
        {
            bytes = bytes[encoding.Preamble.Length..];
        }

        string text;
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            text = strict.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var before = encoding.GetString(bytes[..Math.Clamp(exception.Index, 0, bytes.Length)]);
            findings.Add(Rule.Syntax, file, MarkOf(before, before.Length), $"The text contains a byte that is not valid in {encoding.WebName.ToUpperInvariant()}. Save the file as UTF-8.");
            return null;
        }

        // YAML does not allow other control characters. A file with a NUL is most likely not text.
        var at = text.AsSpan().IndexOfAny(ControlCharacters);
        if (at >= 0)
        {
            findings.Add(Rule.Syntax, file, MarkOf(text, at), $"The text contains the control character U+{(int)text[at]:X4}, which YAML does not allow. Remove it, or write it as an escape in double quotes.");
            return null;
        }

        return text;
    }

    // YAML's specification, section 5.2: the first character is ASCII, so its zero bytes show the encoding.
    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
        => bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => Encoding.UTF32,
            [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };

    private static Mark MarkOf(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return new Mark(1 + before.Count('\n'), at - before.LastIndexOf('\n'));
    }
}
