using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>
/// Hands out a JSON text in parts, each of which begins with a number, so that each number is read as the type that holds it. The JSON
/// reader asks for a part when it needs it, and looks at how numbers are read when it has the number as a whole.
/// </summary>
/// <param name="json">The text, some of whose numbers are too large or too precise for a decimal.</param>
internal sealed class MixedNumbersReader(string json) : TextReader
{
    private readonly byte[] _ascii = JsonNumbers.Ascii(json);
    private int _at;
    private int _end;

    /// <summary>Gets or sets the JSON reader that reads from this one.</summary>
    public JsonReader? JsonReader { get; set; }

    public override int Read(char[] buffer, int index, int count)
    {
        // At the end, the reader may still be at the last number.
        if (_at == _end && _at < json.Length)
        {
            NextPart();
        }

        var read = Math.Min(count, _end - _at);
        json.CopyTo(_at, buffer, index, read);
        _at += read;
        return read;
    }

    private void NextPart()
    {
        var next = _at;
        JsonReader!.FloatParseHandling = JsonNumbers.FitsDecimal(_ascii, ref next, _ascii.Length) ? FloatParseHandling.Decimal : FloatParseHandling.Double;
        _end = JsonNumbers.Next(_ascii, next, _ascii.Length);
    }
}
