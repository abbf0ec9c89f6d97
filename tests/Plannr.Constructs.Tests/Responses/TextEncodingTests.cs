using Plannr.Runtime.Text;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests how the bytes of a body become text.</summary>
public sealed class TextEncodingTests
{
    [TestCase(null, ExpectedResult = true)]
    [TestCase("utf-8", ExpectedResult = true)]
    [TestCase("UTF-8", ExpectedResult = true)]
    [TestCase("\"utf-8\"", ExpectedResult = true)]
    [TestCase("unknown", ExpectedResult = true)]
    [TestCase("iso-8859-1", ExpectedResult = false)]
    [TestCase("utf-16", ExpectedResult = false)]
    public bool Charset_is_UTF_8(string? charset) => TextEncodings.IsUtf8(charset);

    [TestCase(new byte[] { 0x61, 0xC3, 0xA9 }, 3, ExpectedResult = true)]
    [TestCase(new byte[] { 0x61, 0xC3, 0xA9 }, 2, ExpectedResult = false)]
    [TestCase(new byte[] { 0x61, 0xFF }, 2, ExpectedResult = false)]
    [TestCase(new byte[] { 0x61, 0xFF }, 1, ExpectedResult = true)]
    public bool Bytes_are_valid_UTF_8(byte[] bytes, int count) => TextEncodings.IsValidUtf8(bytes, count);

    [TestCase("utf-8", new byte[] { 0xEF, 0xBB, 0xBF, 0x61 }, 4, ExpectedResult = 3)]
    [TestCase("utf-8", new byte[] { 0xEF, 0xBB, 0xBF, 0x61 }, 3, ExpectedResult = 3)]
    [TestCase("utf-8", new byte[] { 0xEF, 0xBB, 0xBF, 0x61 }, 2, ExpectedResult = 0, Description = "The third byte is not part of the body.")]
    [TestCase("utf-8", new byte[] { 0xEF, 0xBB, 0x61 }, 3, ExpectedResult = 0)]
    [TestCase("utf-16", new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, 4, ExpectedResult = 2)]
    [TestCase("utf-16", new byte[] { 0xEF, 0xBB, 0xBF, 0x61 }, 4, ExpectedResult = 0)]
    [TestCase("iso-8859-1", new byte[] { 0xEF, 0xBB, 0xBF }, 3, ExpectedResult = 0)]
    public int Length_of_the_preamble(string charset, byte[] bytes, int count) => TextEncodings.Preamble(TextEncodings.Of(charset), bytes, count);

    [TestCase("iso-8859-1", new byte[] { 0xC3, 0xA9, 0x21 }, 2, "Ã©", null)]
    [TestCase("utf-16", new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00, 0x21, 0x00 }, 6, "aé", null)]
    [TestCase("utf-16", new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8 }, 6, "a\uFFFD", "its body is not valid utf-16")]
    [TestCase(null, new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x21 }, 5, "a\uFFFD", "its body is not valid utf-8")]
    [TestCase("unknown", new byte[] { 0x61, 0xC3, 0xA9 }, 3, "aé", null)]
    public void Bytes_are_decoded(string? charset, byte[] bytes, int count, string text, string? expectedProblem)
    {
        Assert.That(TextEncodings.Decode(bytes, count, charset, out var problem), Is.EqualTo(text));
        Assert.That(problem, Is.EqualTo(expectedProblem));
    }
}
