using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>
/// Returns a JSON text in parts, each of which begins with a number, and sets how the JSON reader parses that number: as a decimal if it
/// fits, or else as a double. This works because the JSON reader requests a part when it needs it, and checks the setting only after it
/// has read the whole number.
/// </summary>
/// <param name="json">The text. Some of its numbers are too large or too precise for a decimal.</param>
internal sealed class MixedNumbersReader(string json) : TextReader
{
    private readonly byte[] _ascii = JsonNumbers.Ascii(json);
    private int _at;
    private int _end;

    /// <summary>Gets or sets the JSON reader that reads from this one.</summary>
    public JsonReader? JsonReader { get; set; }

    public override int Read(char[] buffer, int index, int count)
    {
        // At the end of the text, the reader may not have parsed the last number yet, so the setting does not change.
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
