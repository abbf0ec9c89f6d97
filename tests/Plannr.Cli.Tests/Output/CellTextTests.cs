using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Tests.Output;

/// <summary>Tests the width of text on a terminal, and how text is cut and padded to a width.</summary>
public sealed class CellTextTests
{
    [TestCase("label", 5)]
    [TestCase("東京", 4)]
    [TestCase("e\u0301", 1)]
    [TestCase("😀", 2)]
    [TestCase("", 0)]
    public void Width_counts_the_cells_of_the_terminal(string text, int width) => Assert.That(CellText.Width(text), Is.EqualTo(width));

    [TestCase("My label", 8, "My label")]
    [TestCase("My label", 7, "My lab…")]
    [TestCase("My label", 4, "My…")]
    [TestCase("東京東京", 5, "東京…")]
    [TestCase("東京東京", 6, "東京…")]
    [TestCase("😀😀😀", 5, "😀😀…")]
    [TestCase("ae\u0301bc", 3, "ae\u0301…")]
    [TestCase("👩‍👩‍👧‍👦 family", 3, "👩‍👩‍👧‍👦…")]
    [TestCase("👩‍👩‍👧‍👦 family", 2, "…")]
    public void Cut_keeps_whole_characters_and_fits_the_width(string text, int width, string expected)
    {
        var cut = CellText.Cut(text, width);

        Assert.That(cut, Is.EqualTo(expected));
        Assert.That(CellText.Width(cut), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public void Pad_fills_the_text_up_to_the_width() => Assert.That(CellText.Pad("東", 4), Is.EqualTo("東  "));
}
