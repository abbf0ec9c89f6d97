using System.Globalization;
using System.Text;

namespace Plannr.Cli.Output.Tables;

/// <summary>
/// Formats records for programs: one line each, with values separated by tabs. In a value, a tab is written as <c>\t</c>, a line break as
/// <c>\n</c>, a carriage return as <c>\r</c>, a backslash as <c>\\</c>, and any other control character as <c>\x</c> and two hexadecimal digits.
/// </summary>
internal static class TabSeparatedText
{
    /// <summary>Returns a line with the values, without a line break.</summary>
    public static string Line(IEnumerable<string> values) => string.Join('\t', values.Select(Escaped));

    private static string Escaped(string value)
    {
        if (!value.Any(c => c == '\\' || char.IsControl(c)))
        {
            return value;
        }

        var result = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            _ = c switch
            {
                '\t' => result.Append(@"\t"),
                '\n' => result.Append(@"\n"),
                '\r' => result.Append(@"\r"),
                '\\' => result.Append(@"\\"),
                _ when char.IsControl(c) => result.Append(CultureInfo.InvariantCulture, $@"\x{(int)c:x2}"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }
}
