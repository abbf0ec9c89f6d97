using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Tests.Output;

/// <summary>Tests which columns of a table fit the terminal, and how wide they are.</summary>
public sealed class TableLayoutTests
{
    private static readonly TableColumn[] Columns =
        [new("Key"), new("Text") { MinWidth = 5 }, new("More") { MinWidth = 5, DropOrder = 1 }, new("Last") { DropOrder = 2 }];

    // The index and the width of each column. Two spaces separate two columns.
    [TestCase(46, "0:10 1:20 2:6 3:4")]
    [TestCase(45, "0:10 1:19 2:6 3:4")]
    [TestCase(31, "0:10 1:5 2:6 3:4")]
    [TestCase(30, "0:10 1:5 2:5 3:4")]
    [TestCase(29, "0:10 1:9 2:6")]
    [TestCase(24, "0:10 1:5 2:5")]
    [TestCase(23, "0:10 1:11")]
    [TestCase(17, "0:10 1:5")]
    [TestCase(5, "0:10 1:5")]
    public void Layout_cuts_texts_and_then_drops_columns_in_DropOrder(int available, string expected)
        => Assert.That(string.Join(' ', TableLayout.Of(Columns, [10, 20, 6, 4], available).Columns.Select(c => $"{c.Index}:{c.Width}")), Is.EqualTo(expected));
}
