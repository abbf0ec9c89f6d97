using System.Globalization;
using Spectre.Console;

namespace Plannr.Cli.Output;

/// <summary>A value of a table, for a person and for a program.</summary>
/// <param name="Text">What a terminal shows, in one line and safe to show.</param>
/// <param name="Value">What a pipe or a file gets: the whole value.</param>
/// <param name="Style">How a terminal shows it.</param>
internal sealed record TableCell(string Text, string Value, Style Style)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>Returns a cell with a text of the API, without secrets; an empty one for null.</summary>
    public static TableCell Plain(string? value, Secret secret) => Of(value, Style.Plain, secret);

    /// <summary>Returns a cell with the text by which a person knows the record.</summary>
    public static TableCell Name(string? value, Secret secret) => Of(value, new Style(decoration: Decoration.Bold), secret);

    /// <summary>Returns a cell with a time to the second, with its offset; at a terminal <paramref name="missing"/> for null.</summary>
    public static TableCell Moment(DateTimeOffset? value, string missing = "")
        => new(value?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? missing, Timestamp(value), Style.Plain);

    /// <summary>Returns a cell that shows how long ago a time was, such as "12 days ago"; at a terminal <paramref name="missing"/> for null.</summary>
    public static TableCell Ago(DateTimeOffset? value, string missing)
        => new(value is { } time ? $"{ExpiryText.Duration(TimeProvider.System.GetUtcNow() - time)} ago" : missing, Timestamp(value), Style.Plain);

    /// <summary>Returns a cell that shows when something expires: in red if it has, in yellow if it does within 7 days.</summary>
    public static TableCell Expiry(DateTimeOffset? value)
    {
        var left = value - TimeProvider.System.GetUtcNow();
        var colour = left <= TimeSpan.Zero ? Color.Red : left <= Soon ? Color.Yellow : Color.Default;
        return new TableCell(ExpiryText.Of(value, TimeProvider.System), Timestamp(value), new Style(colour));
    }

    private static TableCell Of(string? value, Style style, Secret secret)
    {
        var text = secret.RemoveFrom(value ?? "");
        return new TableCell(TerminalText.Of(text), text, style);
    }

    // With the digits that the API sent.
    private static string Timestamp(DateTimeOffset? value) => value?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture) ?? "";
}
