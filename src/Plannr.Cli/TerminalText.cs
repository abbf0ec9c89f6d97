namespace Plannr.Cli;

/// <summary>Text of the server's, made safe to show: it must not move the cursor of the terminal, or start a line of its own.</summary>
internal static class TerminalText
{
    public static string Of(string text) => new(text.Select(c => char.IsControl(c) ? ' ' : c).ToArray());
}
