using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Tests.Output;

/// <summary>Text in CSV cells that no spreadsheet runs, and the way back.</summary>
public sealed class SpreadsheetTextTests
{
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";
    private const string Alphabet = FormulaStarts + "'\"`, ;a1é東\u0301";

    [TestCase("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0")]
    [TestCase("+1", "'+1")]
    [TestCase("-", "'-")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\tx", "'\tx")]
    [TestCase("\rx", "'\rx")]
    [TestCase("'=1", "''=1")]
    [TestCase("''=1", "'''=1")]
    [TestCase("'quoted'", "'quoted'")]
    [TestCase("'", "'")]
    [TestCase("a=1", "a=1")]
    [TestCase("", "")]
    public void Cell_of_a_value_is_escaped_only_where_it_must_be(string value, string cell)
        => Assert.That(SpreadsheetText.Protect(value), Is.EqualTo(cell));

    // What a program wrote that does not escape, or a person who typed the label.
    [TestCase("=1", "=1")]
    [TestCase("-5 %", "-5 %")]
    [TestCase("'tis", "'tis")]
    [TestCase("'=1", "=1")]
    public void Value_of_a_cell_of_another_program_is_what_the_program_means(string cell, string value)
        => Assert.That(SpreadsheetText.Restore(cell), Is.EqualTo(value));

    [Test]
    public void Every_text_of_up_to_four_characters_survives_and_starts_no_formula()
    {
        foreach (var text in Texts(length: 4))
        {
            var cell = SpreadsheetText.Protect(text);
            if (SpreadsheetText.Restore(cell) != text || (cell.Length > 0 && FormulaStarts.Contains(cell[0], StringComparison.Ordinal)))
            {
                Assert.Fail($"'{text}' is written as '{cell}' and read as '{SpreadsheetText.Restore(cell)}'.");
            }
        }
    }

    private static IEnumerable<string> Texts(int length)
        => length == 0 ? [""] : Texts(length - 1).SelectMany(start => Alphabet.Select(c => start + c)).Append("");
}
