using System.Text;

namespace Plannr.Runtime.Text;

/// <summary>Writes text to a pooled buffer.</summary>
internal sealed class PooledTextWriter : TextWriter
{
    private const int InitialLength = 1024;

    private char[] _text = Buffers<char>.Rent(InitialLength);
    private int _length;

    public PooledTextWriter()
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
    }

    public override Encoding Encoding => TextEncodings.Utf8;

    /// <summary>Encodes the text as UTF-8.</summary>
    /// <exception cref="EncoderFallbackException">The text contains an unpaired surrogate.</exception>
    public byte[] ToUtf8() => TextEncodings.Utf8.GetBytes(_text, 0, _length);

    public override void Write(char value)
    {
        Reserve(1);
        _text[_length++] = value;
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Reserve(count);
        Array.Copy(buffer, index, _text, _length, count);
        _length += count;
    }

    public override void Write(string? value)
    {
        if (value is not null)
        {
            Reserve(value.Length);
            value.CopyTo(0, _text, _length, value.Length);
            _length += value.Length;
        }
    }

    protected override void Dispose(bool disposing)
    {
        Buffers<char>.Return(_text);
        _text = [];
        _length = 0;
        base.Dispose(disposing);
    }

    private void Reserve(int count)
    {
        if (_length + count <= _text.Length)
        {
            return;
        }

        var larger = Buffers<char>.Rent(Math.Max(2 * _text.Length, checked(_length + count)));
        Array.Copy(_text, larger, _length);
        Buffers<char>.Return(_text);
        _text = larger;
    }
}
