using System.Globalization;
using Spectre.Console;

namespace Plannr.Cli.Output.Tables;

/// <summary>A value of a table, for people and for programs.</summary>
/// <param name="Text">The text for a terminal, on one line and without control characters.</param>
/// <param name="Value">The whole value for a pipe or a file.</param>
/// <param name="Style">The style on a terminal.</param>
internal sealed record TableCell(string Text, string Value, Style Style)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>Returns a cell with text of the API, without secrets. It is empty for null.</summary>
    public static TableCell Plain(string? value, Secret secret) => Of(value, Style.Plain, secret);

    /// <summary>Returns a cell with the name of the record.</summary>
    public static TableCell Name(string? value, Secret secret) => Of(value, new Style(decoration: Decoration.Bold), secret);

    /// <summary>Returns a cell with a time in seconds and its offset. For null, a terminal shows <paramref name="missing"/>.</summary>
    public static TableCell Moment(DateTimeOffset? value, string missing = "")
        => new(value?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? missing, Timestamp(value), Style.Plain);

    /// <summary>Returns a cell with the time since a moment, such as "12 days ago". For null, a terminal shows <paramref name="missing"/>.</summary>
    public static TableCell Ago(DateTimeOffset? value, string missing)
        => new(value is { } time ? $"{ExpiryText.Duration(TimeProvider.System.GetUtcNow() - time)} ago" : missing, Timestamp(value), Style.Plain);

    /// <summary>Returns a cell with an expiry, in red if it has passed, and in yellow if it is within 7 days.</summary>
    public static TableCell Expiry(DateTimeOffset? value)
    {
        var left = value - TimeProvider.System.GetUtcNow();
        var color = left <= TimeSpan.Zero ? Color.Red : left <= Soon ? Color.Yellow : Color.Default;
        return new TableCell(ExpiryText.Of(value, TimeProvider.System), Timestamp(value), new Style(color));
    }

    private static TableCell Of(string? value, Style style, Secret secret)
    {
        var text = secret.RemoveFrom(value ?? "");
        return new TableCell(TerminalText.Of(text), text, style);
    }

    // All digits that the API sent.
    private static string Timestamp(DateTimeOffset? value) => value?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture) ?? "";
}
