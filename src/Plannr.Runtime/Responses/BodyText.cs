using System.Diagnostics.CodeAnalysis;
using System.Text;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Json.Drift;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Responses;

/// <summary>A body as text. A body in UTF-8 is kept as bytes, so that most bodies never become a string. Other charsets are converted.</summary>
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

    /// <summary>Gets a value that indicates whether the text is empty or white space.</summary>
    public bool IsBlank => FirstByte() is var first && (first < 0 || (first >= 0x80 && string.IsNullOrWhiteSpace(ToString())));

    /// <summary>Gets a value that indicates whether the text is the JSON null.</summary>
    public bool IsNull => FirstByte() == 'n' && ToString().Trim() == "null";

    /// <summary>Decodes a body. The default charset, also for an unknown one, is UTF-8, which JSON requires.</summary>
    /// <param name="body">The body. It must not be disposed before the text is used.</param>
    /// <param name="charset">The charset in the <c>Content-Type</c> header, or null.</param>
    /// <param name="problem">The problem, as the end of a sentence, if some bytes are not valid. The text then contains replacement characters. Otherwise null.</param>
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
        return new BodyText(utf8, 0, utf8.Length);
    }

    /// <summary>Deserializes the text as JSON.</summary>
    /// <param name="format">The format of the type.</param>
    /// <param name="isError">Whether the text is the body of an error, which may deviate from the contract.</param>
    /// <param name="report">Reports differences from the contract.</param>
    /// <param name="value">The value. Not null if this method returns true.</param>
    /// <param name="problem">The problem, as the end of a sentence that contains no values, if this method returns false.</param>
    public bool TryRead<T>(JsonFormat<T> format, bool isError, DriftReport report, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
    {
        using var reader = JsonNumbers.FitDecimal(_utf8, _start, _count)
            ? PlannrJson.Reader(new Utf8TextReader(_utf8, _start, _count), isError, report)
            : PlannrJson.MixedReader(ToString(), isError, report);
        reader.ArrayPool = CharPool.Instance;
        return PlannrJson.TryRead(reader, format, out value, out problem);
    }

    public override string ToString() => _text ??= TextEncodings.Utf8.GetString(_utf8, _start, _count);

    // Returns the first byte that is not ASCII white space, or -1 if there is none.
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
