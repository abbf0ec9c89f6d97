namespace Plannr.Cli.Output;

/// <summary>Makes external text safe for a terminal: it must not move the cursor, start a new line, or change the reading direction.</summary>
internal static class TerminalText
{
    /// <summary>Returns the text on one line.</summary>
    public static string Of(string text) => new(text.Select(c => IsUnsafe(c) ? ' ' : c).ToArray());

    /// <summary>Returns the text with its line breaks.</summary>
    public static string Lines(string text) => new(text.Select(c => c != '\n' && IsUnsafe(c) ? ' ' : c).ToArray());

    /// <summary>Returns JSON in which unsafe characters are escaped. Its values are unchanged.</summary>
    public static string Json(string json)
        => string.Concat(json.Select(c => c is not ('\n' or '\r' or '\t') && IsUnsafe(c) ? $@"\u{(int)c:x4}" : c.ToString()));

    private static bool IsUnsafe(char c)
        => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
