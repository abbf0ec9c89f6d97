namespace Plannr.Cli.Output;

/// <summary>Text of others, made safe to show: it must not move the cursor of the terminal, start a line of its own, or turn the reading direction.</summary>
internal static class TerminalText
{
    /// <summary>The text, in one line.</summary>
    public static string Of(string text) => new(text.Select(c => IsUnsafe(c) ? ' ' : c).ToArray());

    /// <summary>The text, with the line breaks that are ours.</summary>
    public static string Lines(string text) => new(text.Select(c => c != '\n' && IsUnsafe(c) ? ' ' : c).ToArray());

    /// <summary>JSON with what a terminal would act on as an escape, which is the same value to a reader of JSON.</summary>
    public static string Json(string json)
        => string.Concat(json.Select(c => c is not ('\n' or '\r' or '\t') && IsUnsafe(c) ? $@"\u{(int)c:x4}" : c.ToString()));

    private static bool IsUnsafe(char c)
        => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
