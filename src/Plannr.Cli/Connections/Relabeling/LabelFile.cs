using System.Text.Unicode;
using CsvHelper;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>
/// A CSV file with the columns <c>uuid</c> and <c>label</c>, whatever others there are. It is read twice, once to be checked and
/// once to be sent, and at no time held as a whole.
/// </summary>
internal sealed class LabelFile : IDisposable
{
    private const string UuidColumn = "uuid";
    private const string LabelColumn = "label";
    private const int MostBytesOfRow = 16 * 1024 * 1024;

    private readonly Stream _stream;

    private LabelFile(string name, Stream stream)
    {
        Name = name;
        _stream = stream;
    }

    public string Name { get; }

    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static LabelFile Open(string path)
    {
        try
        {
            // Not to be written to by others while it is read: what is sent must be what was checked.
            return path == "-"
                ? new LabelFile("standard input", Buffered(Console.OpenStandardInput()))
                : new LabelFile(path, Buffered(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The label file {path} cannot be read: {FileProblem.Of(exception)}. Name another with --from.");
        }
    }

    /// <summary>Reads the whole file, and reports each row that is wrong.</summary>
    /// <param name="report">Takes what is wrong, with its place.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>How many rows there are, and how many of them are wrong.</returns>
    /// <exception cref="CommandFailure">It is no label file at all.</exception>
    public (int Rows, int Wrong) Check(Action<string> report, CancellationToken cancellationToken)
    {
        var (rows, wrong) = (0, 0);
        var lines = new Dictionary<Guid, long>();
        foreach (var (row, problem) in Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows++;
            var finding = problem ?? (lines.TryAdd(row.Uuid, row.Line) ? null : $"the UUID {row.Uuid} is in line {lines[row.Uuid]} already; which label would last is up to chance.");
            if (finding is not null)
            {
                wrong++;
                report($"{Name}({row.Line}): {finding}");
            }
        }

        return (rows, wrong);
    }

    /// <summary>The rows, one after the other, of a file that has been checked.</summary>
    /// <exception cref="CommandFailure">The file has changed since.</exception>
    public IEnumerable<LabelRow> Rows()
    {
        foreach (var (row, problem) in Read())
        {
            yield return problem is null ? row : throw new CommandFailure($"{Name}({row.Line}) has changed while it was read: {problem} Run the command again with --resume.");
        }
    }

    public void Dispose() => _stream.Dispose();

    private static Stream Buffered(Stream stream)
    {
        if (stream.CanSeek)
        {
            return stream;
        }

        // A pipe can be read once only.
        using (stream)
        {
            var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy;
        }
    }

    private IEnumerable<(LabelRow Row, string? Problem)> Read()
    {
        _stream.Position = 0;
        CsvMalformedRecord? malformed = null;
        using var csv = CsvReader.Create(
            _stream,
            CsvReaderOptions.Default with { HasHeader = false, TrackLineNumbers = true, Separator = ',', MaxRecordSize = MostBytesOfRow, OnMalformedRecord = record => malformed = record },
            leaveOpen: true);
        if (!Next(csv))
        {
            throw new CommandFailure($"{Name} is empty. Its first line must be the header {UuidColumn},{LabelColumn}; 'plannr connections list --output csv' writes such a file.");
        }

        // With a byte order mark, CsvHelper has made UTF-8 of it. Without one, UTF-16 has a zero byte in every ASCII character.
        if (!Utf8.IsValid(csv.RawRecord) || csv.RawRecord.Contains((byte)0))
        {
            throw new CommandFailure($"{Name}({csv.LineNumber}): the first line is not UTF-8. Save the file as UTF-8.");
        }

        var columns = Columns.Of(csv, Name);
        while (Next(csv))
        {
            var quoting = malformed is { } record && record.RecordNumber == csv.RowNumber ? record.Reason : (CsvMalformedReason?)null;
            yield return Parse(csv, columns, quoting);
        }
    }

    private bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new CommandFailure($"{Name}({exception.LineNumber}): a row of more than {MostBytesOfRow / 1024 / 1024} MiB starts here. Is a quote missing?");
        }
    }

    private static (LabelRow Row, string? Problem) Parse(CsvReader csv, Columns columns, CsvMalformedReason? quoting)
    {
        var row = new LabelRow(csv.LineNumber, Guid.Empty, "");
        if (quoting is { } reason)
        {
            return (row, reason == CsvMalformedReason.UnterminatedQuote
                ? "a quote opens here and is never closed. Close it, and write a quote within a label twice, as in \"a \"\"good\"\" one\"."
                : "a quote stands within a field. Put the whole field in quotes, and write the quote within it twice, as in \"a \"\"good\"\" one\".");
        }

        if (!Utf8.IsValid(csv.RawRecord))
        {
            return (row, "it holds bytes that are not UTF-8. Save the file as UTF-8.");
        }

        if (csv.FieldCount != columns.Count)
        {
            return (row, $"its number of fields is {csv.FieldCount}, and the header's {columns.Count}. Put a label with a comma in quotes.");
        }

        var (uuidText, label) = (csv.GetString(columns.Uuid).Trim(), SpreadsheetText.Restore(csv.GetString(columns.Label)));
        if (!UuidArgument.TryParse(uuidText, out var uuid))
        {
            return (row, $"'{Shortened(uuidText)}' is not the UUID of a connection, such as {UuidArgument.Example}.");
        }

        row = new LabelRow(csv.LineNumber, uuid, label);
        return (row, label.Length == 0 ? $"the label is empty. To take a label away, use 'plannr connections update {uuid} --label \"\"'." : null);
    }

    private static string Shortened(string text) => TerminalText.Of(text.Length <= 60 ? text : text[..60] + "...");

    /// <summary>Where the columns are that count.</summary>
    private sealed record Columns(int Uuid, int Label, int Count)
    {
        public static Columns Of(CsvReader csv, string name)
        {
            var header = Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim().ToLowerInvariant()).ToArray();
            foreach (var column in new[] { UuidColumn, LabelColumn })
            {
                if (header.Count(h => h == column) != 1)
                {
                    throw new CommandFailure($"{name}({csv.LineNumber}): the first line must be a header with one column {UuidColumn} and one {LabelColumn}, separated by commas; it is '{Shortened(string.Join(',', header))}'.");
                }
            }

            return new Columns(Array.IndexOf(header, UuidColumn), Array.IndexOf(header, LabelColumn), header.Length);
        }
    }
}
