namespace Plannr.Cli.Output.Tables;

/// <summary>
/// Escapes text in cells of a CSV file so that spreadsheets do not run it as a formula (CSV injection), and restores it. A text gets a
/// leading apostrophe if it begins with a formula character, or with apostrophes and a formula character. CsvHelper's own option does not
/// escape the second kind, so a reader could not distinguish <c>'=1</c> from an escaped <c>=1</c>.
/// </summary>
internal static class SpreadsheetText
{
    private const char Escape = '\'';

    // The characters that OWASP lists, and their full-width forms, which some spreadsheets treat in the same way.
    private const string FormulaCharacters = "=+-@\t\r\n＝＋－＠";

    /// <summary>Returns the escaped text for a value.</summary>
    public static string Protect(string value) => StartsFormula(value) ? Escape + value : value;

    /// <summary>
    /// Returns the value of a cell that this tool, a spreadsheet or another program wrote. A leading apostrophe is removed if a formula
    /// character follows. A cell without a leading apostrophe is unchanged, even if it begins with a formula character.
    /// </summary>
    public static string Restore(string cell) => cell.StartsWith(Escape) && StartsFormula(cell) ? cell[1..] : cell;

    private static bool StartsFormula(string text) => text.AsSpan().TrimStart(Escape) is [var first, ..] && FormulaCharacters.Contains(first, StringComparison.Ordinal);
}
