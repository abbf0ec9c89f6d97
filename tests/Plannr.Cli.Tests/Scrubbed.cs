using System.Text.RegularExpressions;

namespace Plannr.Cli.Tests;

/// <summary>Replaces the times, ports and durations in output, which differ from run to run, with placeholders.</summary>
internal static partial class Scrubbed
{
    public static string Of(string text)
    {
        text = UpdatedAt().Replace(text.ReplaceLineEndings("\n"), "$1{now}");
        text = Ago().Replace(text, "# days ago");
        text = Port().Replace(text, "127.0.0.1:{port}");
        return Milliseconds().Replace(text, "# ms");
    }

    [GeneratedRegex("(updated_at\":\"|Updated\t)[-0-9:+T]+")]
    private static partial Regex UpdatedAt();

    [GeneratedRegex(@"\d+ days ago")]
    private static partial Regex Ago();

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"[0-9.]+ ms\b")]
    private static partial Regex Milliseconds();
}
