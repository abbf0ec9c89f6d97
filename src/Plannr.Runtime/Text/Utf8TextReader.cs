#if NET
using System.Text.Unicode;
#else
using System.Text;
#endif

namespace Plannr.Runtime.Text;

/// <summary>Reads valid UTF-8 as text.</summary>
internal sealed class Utf8TextReader(byte[] bytes, int start, int count) : TextReader
{
    private readonly int _end = start + count;
    private int _at = start;
#if !NET
    private readonly Decoder _decoder = TextEncodings.Utf8.GetDecoder();
#endif

    public override int Read(char[] buffer, int index, int count)
    {
#if NET
        Utf8.ToUtf16(bytes.AsSpan(_at, _end - _at), buffer.AsSpan(index, count), out var read, out var written, replaceInvalidSequences: false);
#else
        _decoder.Convert(bytes, _at, _end - _at, buffer, index, count, flush: true, out var read, out var written, out _);
#endif
        _at += read;
        return written;
    }
}
