namespace Plannr.Cli.Shells;

/// <inheritdoc/>
internal sealed class PowerShell : Shell
{
    /// <inheritdoc/>
    public override string Curl(IEnumerable<string> options, string? json)
    {
        // In Windows PowerShell, "curl" is another command.
        var command = "curl.exe " + string.Join(" `\n  ", json is null ? options : options.Append("--data '@-'"));

        // Windows PowerShell removes quotation marks from arguments, and sends standard input as ASCII.
        return json is null ? command : $"{Quote(Ascii(json))} |\n  {command}";
    }

    /// <inheritdoc/>
    public override string Quote(string text) => $"'{string.Concat(text.Select(c => IsQuotationMark(c) ? $"{c}{c}" : $"{c}"))}'";

    /// <inheritdoc/>
    public override string Variable(string name) => "$env:" + name;

    private static bool IsQuotationMark(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b';

    // Other characters only occur in strings of JSON, where they can be escaped.
    private static string Ascii(string json) => string.Concat(json.Select(c => c > '~' ? $@"\u{(int)c:x4}" : $"{c}"));
}
