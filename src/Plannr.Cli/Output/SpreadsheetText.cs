namespace Plannr.Cli.Output;

/// <summary>
/// Writes text into cells of a CSV file so that no spreadsheet runs it as a formula (CSV injection), and reads it back unchanged. An
/// apostrophe is put in front of a text that begins with a formula character, or with apostrophes and then a formula character. CsvHelper's
/// own option leaves the second kind as it is, so a reader could not tell <c>'=1</c> from an escaped <c>=1</c>.
/// </summary>
internal static class SpreadsheetText
{
    private const char Escape = '\'';

    // Those that OWASP lists, with the full-width forms that spreadsheets read like the others in some languages.
    private const string FormulaCharacters = "=+-@\t\r\n＝＋－＠";

    /// <summary>Returns the text of the cell for a value.</summary>
    public static string Protect(string value) => StartsFormula(value) ? Escape + value : value;

    /// <summary>
    /// Returns the value of a cell that this tool, a spreadsheet or another program wrote: one apostrophe is removed if a formula
    /// character follows. A cell without an apostrophe is the value itself, also if it begins with a formula character.
    /// </summary>
    public static string Restore(string cell) => cell.StartsWith(Escape) && StartsFormula(cell) ? cell[1..] : cell;

    private static bool StartsFormula(string text) => text.AsSpan().TrimStart(Escape) is [var first, ..] && FormulaCharacters.Contains(first, StringComparison.Ordinal);
}
