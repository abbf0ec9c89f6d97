using System.Diagnostics.CodeAnalysis;
using System.Text;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Responses;

/// <summary>A body as text: in UTF-8 as it came, so that most bodies are never made a string; in any other charset as one.</summary>
internal sealed class BodyText
{
    private readonly byte[] _utf8;
    private readonly int _start;
    private readonly int _count;
    private string? _text;

    private BodyText(byte[] utf8, int start, int count)
    {
        _utf8 = utf8;
        _start = start;
        _count = count;
    }

    /// <summary>Whether there is nothing but space.</summary>
    public bool IsBlank => FirstByte() is var first && (first < 0 || (first >= 0x80 && string.IsNullOrWhiteSpace(ToString())));

    /// <summary>Whether it is the JSON null.</summary>
    public bool IsNull => FirstByte() == 'n' && ToString().Trim() == "null";

    /// <summary>Reads a body as text by the charset that its header names; by UTF-8, JSON's own, if it names none or an unknown one.</summary>
    /// <param name="body">The body, which must outlive the text.</param>
    /// <param name="charset">The charset, or null.</param>
    /// <param name="problem">What is wrong if the bytes are not text; the text then has replacement characters in their place.</param>
    public static BodyText Of(BodyBuffer body, string? charset, out string? problem)
    {
        problem = null;
        if (TextEncodings.IsUtf8(charset) && TextEncodings.IsValidUtf8(body.Bytes, body.Count))
        {
            var start = TextEncodings.Preamble(TextEncodings.Utf8, body.Bytes, body.Count);
            return new BodyText(body.Bytes, start, body.Count - start);
        }

        var text = TextEncodings.Decode(body.Bytes, body.Count, charset, out problem);
        var utf8 = Encoding.UTF8.GetBytes(text);
        return new BodyText(utf8, 0, utf8.Length) { _text = text };
    }

    /// <summary>Reads it as JSON of a type.</summary>
    /// <param name="format">How the type is read.</param>
    /// <param name="isError">Whether the text is the body of an error, which need not match the contract in all points.</param>
    /// <param name="report">Whom to tell of differences from the contract.</param>
    /// <param name="value">The value, never null when the result is true.</param>
    /// <param name="problem">What is wrong, as the end of a sentence and without any of the text's values.</param>
    public bool TryRead<T>(JsonFormat<T> format, bool isError, DriftReport report, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
    {
        using var reader = JsonNumbers.FitDecimal(_utf8, _start, _count)
            ? PlannrJson.Reader(new Utf8TextReader(_utf8, _start, _count), isError, report)
            : PlannrJson.MixedReader(ToString(), isError, report);
        reader.ArrayPool = CharPool.Instance;
        return PlannrJson.TryRead(reader, format, out value, out problem);
    }

    public override string ToString() => _text ??= TextEncodings.Utf8.GetString(_utf8, _start, _count);

    // That is no space of ASCII; -1 if there is none.
    private int FirstByte()
    {
        for (var at = _start; at < _start + _count; at++)
        {
            if (_utf8[at] is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\v' or (byte)'\f'))
            {
                return _utf8[at];
            }
        }

        return -1;
    }
}
