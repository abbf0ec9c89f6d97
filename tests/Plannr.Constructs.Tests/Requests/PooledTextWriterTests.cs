using System.Text;
using Plannr.Runtime.Text;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Tests the writer of JSON bodies, and the pool of its buffers.</summary>
public sealed class PooledTextWriterTests
{
    [TestCase(0)]
    [TestCase(1023)]
    [TestCase(1024)]
    [TestCase(1025)]
    [TestCase(5000)]
    public void Writer_keeps_characters_strings_and_parts_of_arrays(int length)
    {
        var text = new string('a', length);
        using var writer = new PooledTextWriter();

        foreach (var character in text)
        {
            writer.Write(character);
        }

        writer.Write((string?)null);
        writer.Write(text + "é");
        writer.Write(("x" + text + "y").ToCharArray(), 1, length);
        writer.Write('"');

        Assert.That(Encoding.UTF8.GetString(writer.ToUtf8()), Is.EqualTo(text + text + "é" + text + "\""));
    }

    [Test]
    public void Disposed_writer_is_empty_and_can_be_disposed_again()
    {
        var writer = new PooledTextWriter();
        writer.Write("secret");

        writer.Dispose();
        writer.Dispose();

        Assert.That(writer.ToUtf8(), Is.Empty);
    }

    [Test]
    public void Null_is_not_returned_to_the_pool() => Assert.That(() => CharPool.Instance.Return(null), Throws.Nothing);
}
