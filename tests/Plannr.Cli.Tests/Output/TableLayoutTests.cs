using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Tests.Output;

/// <summary>Which columns of a table fit.</summary>
public sealed class TableLayoutTests
{
    private static readonly TableColumn[] Columns =
        [new("Key"), new("Text") { MinWidth = 5 }, new("More") { MinWidth = 5, DropOrder = 1 }, new("Last") { DropOrder = 2 }];

    // Each column with its width; two spaces are between two columns.
    [TestCase(46, "0:10 1:20 2:6 3:4")]
    [TestCase(45, "0:10 1:19 2:6 3:4")]
    [TestCase(31, "0:10 1:5 2:6 3:4")]
    [TestCase(30, "0:10 1:5 2:5 3:4")]
    [TestCase(29, "0:10 1:9 2:6")]
    [TestCase(24, "0:10 1:5 2:5")]
    [TestCase(23, "0:10 1:11")]
    [TestCase(17, "0:10 1:5")]
    [TestCase(5, "0:10 1:5")]
    public void Layout_cuts_texts_then_leaves_out_columns_by_their_order(int available, string expected)
        => Assert.That(string.Join(' ', TableLayout.Of(Columns, [10, 20, 6, 4], available).Columns.Select(c => $"{c.Index}:{c.Width}")), Is.EqualTo(expected));
}
