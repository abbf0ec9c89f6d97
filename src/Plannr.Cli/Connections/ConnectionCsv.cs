using System.Globalization;
using System.Text;
using CsvHelper;
using Newtonsoft.Json.Linq;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Connections;

/// <summary>
/// Writes connections to standard output as CSV, with a column for each property that the contract names. The values are unchanged,
/// except that spreadsheets cannot run them as formulas (<see cref="SpreadsheetText"/>). <c>plannr connections relabel</c> reads the
/// same format.
/// </summary>
internal static class ConnectionCsv
{
    // The JSON paths of the properties. The columns are named after them.
    private static readonly string[] Attributes =
    [
        "uuid", "label", "provider.name", "provider.label", "provider.logo_url", "provider.authorization_url",
        "created_at", "updated_at", "access_token_expires_at", "refresh_token_expires_at", "refresh_authorization_url",
    ];

    /// <summary>Writes connections to standard output.</summary>
    /// <param name="connections">The JSON of each connection.</param>
    /// <param name="secret">The secrets that must not be written.</param>
    public static void Write(IEnumerable<JToken> connections, Secret secret)
    {
        // A terminal gets text without control characters. A pipe or a file gets UTF-8, whatever the encoding of the console is.
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
