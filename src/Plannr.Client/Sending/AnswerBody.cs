using System.Text;

namespace Plannr.Client.Sending;

/// <summary>The body of an answer as it came, for who shows the API's own words.</summary>
/// <param name="StatusCode">The answer's status.</param>
/// <param name="Bytes">The body, after decompression.</param>
/// <param name="CharSet">The charset that the answer names; null for none, and so UTF-8.</param>
internal sealed record AnswerBody(int StatusCode, byte[] Bytes, string? CharSet)
{
    /// <summary>The body as text. What is no text has failed in the generated client already.</summary>
    public string ReadText()
    {
        using var reader = new StreamReader(new MemoryStream(Bytes), EncodingOf(CharSet), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding EncodingOf(string? charSet)
    {
        try
        {
            return charSet is null ? Encoding.UTF8 : Encoding.GetEncoding(charSet.Trim('"'));
        }
        // The generated client reads an unknown one as UTF-8 too.
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
