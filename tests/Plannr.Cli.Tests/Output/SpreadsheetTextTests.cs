using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Tests.Output;

/// <summary>Tests how text is escaped in CSV cells, so that no spreadsheet runs it as a formula, and how it is restored.</summary>
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
    public void Protect_escapes_only_values_that_need_it(string value, string cell)
        => Assert.That(SpreadsheetText.Protect(value), Is.EqualTo(cell));

    // The first three are not escaped: a person, or a program that does not escape, wrote them.
    [TestCase("=1", "=1")]
    [TestCase("-5 %", "-5 %")]
    [TestCase("'tis", "'tis")]
    [TestCase("'=1", "=1")]
    public void Restore_removes_only_the_escape_before_a_formula(string cell, string value)
        => Assert.That(SpreadsheetText.Restore(cell), Is.EqualTo(value));

    [Test]
    public void Each_text_of_up_to_four_characters_is_restored_and_its_cell_starts_no_formula()
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
