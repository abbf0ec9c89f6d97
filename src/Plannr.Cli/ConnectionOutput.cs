using System.Globalization;
using Newtonsoft.Json;
using Plannr.Generated;
using Spectre.Console;

namespace Plannr.Cli;

/// <summary>Shows a connection, on standard output.</summary>
internal static class ConnectionOutput
{
    public static void Write(OAuthConnection connection, bool asJson)
    {
        if (asJson)
        {
            Console.Out.WriteLine(PlannrJson.Serialize(connection, Formatting.Indented));
            return;
        }

        var table = new Table { ShowHeaders = false, Border = TableBorder.Rounded }.AddColumns("Attribute", "Value");
        void Row(string name, string? value) => table.AddRow(new Text(name), new Text(TerminalText.Of(value ?? "")));

        Row("UUID", connection.Uuid?.ToString());
        Row("Label", connection.Label);
        Row("Provider", connection.Provider?.Label ?? connection.Provider?.Name);
        Row("Created", Moment(connection.CreatedAt));
        Row("Updated", Moment(connection.UpdatedAt));
        Row("Access token expires", Moment(connection.AccessTokenExpiresAt) ?? "never");
        Row("Refresh token expires", Moment(connection.RefreshTokenExpiresAt) ?? "never");
        if (Console.IsOutputRedirected)
        {
            // There is no window to fit into, and whoever reads a file or a pipe does not want lines cut.
            AnsiConsole.Profile.Width = 1000;
        }

        AnsiConsole.Write(table);
    }

    private static string? Moment(DateTimeOffset? value) => value?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
