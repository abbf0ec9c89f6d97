using System.Globalization;
using System.Text;
using CsvHelper;
using Newtonsoft.Json.Linq;
using Plannr.Cli.Output;

namespace Plannr.Cli.Connections;

/// <summary>
/// Writes connections as CSV, on standard output: a column for each attribute that the contract names, each value as the API
/// wrote it, except that no spreadsheet runs it as a formula (<see cref="SpreadsheetText"/>). With the labels changed, it is what
/// <c>plannr connections relabel</c> reads.
/// </summary>
internal static class ConnectionCsv
{
    // The path of each in a connection; the columns are named after them.
    private static readonly string[] Attributes =
    [
        "uuid", "label", "provider.name", "provider.label", "provider.logo_url", "provider.authorization_url",
        "created_at", "updated_at", "access_token_expires_at", "refresh_token_expires_at", "refresh_authorization_url",
    ];

    /// <param name="connections">The JSON of each connection.</param>
    /// <param name="secret">What must not be written.</param>
    public static void Write(IEnumerable<JToken> connections, Secret secret)
    {
        // On a terminal as text, which is made safe; elsewhere as UTF-8, whatever the console's encoding.
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(Array.ConvertAll(Attributes, a => a.Replace('.', '_')));
            foreach (var connection in connections)
            {
                csv.WriteRecord(Array.ConvertAll(Attributes, a => SpreadsheetText.Protect(secret.RemoveFrom(Value(connection, a)))));
            }
        }

        if (Terminal.ShowsOutput)
        {
            Console.Out.Write(TerminalText.Lines(Encoding.UTF8.GetString(buffer.ToArray())));
            return;
        }

        using var output = StandardOutput.Open();
        buffer.WriteTo(output);
    }

    private static string Value(JToken connection, string path)
        => connection.SelectToken(path) is JValue { Value: not null } value ? value.ToString(CultureInfo.InvariantCulture) : "";
}
