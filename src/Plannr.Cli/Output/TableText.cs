using System.Globalization;
using Spectre.Console;

namespace Plannr.Cli.Output;

/// <summary>The cells of tables.</summary>
internal static class TableText
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>Returns a cell with a text of the API, without secrets and made safe to show; an empty one for null.</summary>
    public static Text Plain(string? value, Secret secret) => new(Safe(value, secret));

    /// <summary>Returns a cell with the text by which a person knows the row.</summary>
    public static Text Name(string? value, Secret secret) => new(Safe(value, secret), new Style(decoration: Decoration.Bold));

    /// <summary>Returns a cell with a time to the second, with its offset; <paramref name="missing"/> for null.</summary>
    public static Text Moment(DateTimeOffset? value, string missing = "")
        => new(value?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? missing);

    /// <summary>Returns a cell that says when something expires: in red if it has, in yellow if it does within 7 days.</summary>
    public static Text Expiry(DateTimeOffset? value)
    {
        var left = value - TimeProvider.System.GetUtcNow();
        var colour = left <= TimeSpan.Zero ? Color.Red : left <= Soon ? Color.Yellow : Color.Default;
        return new Text(ExpiryText.Of(value, TimeProvider.System), new Style(colour));
    }

    private static string Safe(string? value, Secret secret) => TerminalText.Of(secret.RemoveFrom(value ?? ""));
}
