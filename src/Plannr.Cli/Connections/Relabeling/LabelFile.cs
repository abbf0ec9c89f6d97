using System.Text.Unicode;
using CsvHelper;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>
/// Reads a CSV file with the columns <c>uuid</c> and <c>label</c>; other columns are ignored. The file is read twice, to check the rows
/// and to send them, one row at a time.
/// </summary>
internal sealed class LabelFile : IDisposable
{
    private const string UuidColumn = "uuid";
    private const string LabelColumn = "label";
    private const int MaxRowBytes = 16 * 1024 * 1024;

    private readonly Stream _stream;

    private LabelFile(string name, Stream stream)
    {
        Name = name;
        _stream = stream;
    }

    public string Name { get; }

    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <exception cref="CommandFailure">The file cannot be read.</exception>
    public static LabelFile Open(string path)
    {
        try
        {
            // The file is locked against changes, so that the rows that are sent are those that were checked.
            return path == "-"
                ? new LabelFile("standard input", Buffered(Console.OpenStandardInput()))
                : new LabelFile(path, Buffered(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The label file {path} cannot be read: {FileProblem.Of(exception)}. Specify another file with --from.");
        }
    }

    /// <summary>Reads the whole file, and reports each invalid row.</summary>
    /// <param name="report">Receives each problem, with its line.</param>
    /// <param name="cancellationToken">The token to cancel the check.</param>
    /// <returns>The number of rows, and the number of invalid rows.</returns>
    /// <exception cref="CommandFailure">The file is not a label file.</exception>
    public (int Rows, int Invalid) Check(Action<string> report, CancellationToken cancellationToken)
    {
        var (rows, invalid) = (0, 0);
        var lines = new Dictionary<Guid, long>();
        foreach (var (row, problem) in Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows++;
            var finding = problem ?? (lines.TryAdd(row.Uuid, row.Line) ? null : $"the UUID {row.Uuid} is in line {lines[row.Uuid]} already. Remove one of the two rows.");
            if (finding is not null)
            {
                invalid++;
                report($"{Name}({row.Line}): {finding}");
            }
        }

        return (rows, invalid);
    }

    /// <summary>Returns the rows of a file that has been checked, and reads each row when it is needed.</summary>
    /// <exception cref="CommandFailure">The file has changed since the check.</exception>
    public IEnumerable<LabelRow> Rows()
    {
        foreach (var (row, problem) in Read())
        {
            yield return problem is null ? row : throw new CommandFailure($"{Name}({row.Line}) changed while the file was read: {problem} Run the command again with --resume.");
        }
    }

    public void Dispose() => _stream.Dispose();

    private static Stream Buffered(Stream stream)
    {
        if (stream.CanSeek)
        {
            return stream;
        }

        // A pipe can be read only once.
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
            CsvReaderOptions.Default with { HasHeader = false, TrackLineNumbers = true, Separator = ',', MaxRecordSize = MaxRowBytes, OnMalformedRecord = record => malformed = record },
            leaveOpen: true);
        if (!Next(csv))
        {
            throw new CommandFailure($"{Name} is empty. Its first line must be the header {UuidColumn},{LabelColumn}; 'plannr connections list --output csv' writes such a file.");
        }

        // CsvHelper converts a file with a byte order mark to UTF-8. Without one, each ASCII character in UTF-16 or UTF-32 has a zero byte.
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
            throw new CommandFailure($"{Name}({exception.LineNumber}): the row that starts here is larger than {MaxRowBytes / 1024 / 1024} MiB. Check whether a quote is missing.");
        }
    }

    private static (LabelRow Row, string? Problem) Parse(CsvReader csv, Columns columns, CsvMalformedReason? quoting)
    {
        var row = new LabelRow(csv.LineNumber, Guid.Empty, "");
        if (quoting is { } reason)
        {
            return (row, reason == CsvMalformedReason.UnterminatedQuote
                ? "a quote is never closed. Close it, and double each quote within a label, as in \"a \"\"good\"\" one\"."
                : "a field contains a quote. Put the field in quotes, and double each quote within it, as in \"a \"\"good\"\" one\".");
        }

        if (!Utf8.IsValid(csv.RawRecord))
        {
            return (row, "the row contains bytes that are not UTF-8. Save the file as UTF-8.");
        }

        if (csv.FieldCount != columns.Count)
        {
            return (row, $"expected {columns.Count} fields, but found {csv.FieldCount}. Put labels that contain a comma in quotes.");
        }

        var (uuidText, label) = (csv.GetString(columns.Uuid).Trim(), SpreadsheetText.Restore(csv.GetString(columns.Label)));
        if (!UuidArgument.TryParse(uuidText, out var uuid))
        {
            return (row, $"'{Shortened(uuidText)}' is not the UUID of a connection, such as {UuidArgument.Example}.");
        }

        row = new LabelRow(csv.LineNumber, uuid, label);
        return (row, label.Length == 0 ? $"the label is empty. To remove a label, use 'plannr connections update {uuid} --label \"\"'." : null);
    }

    private static string Shortened(string text) => TerminalText.Of(text.Length <= 60 ? text : text[..60] + "...");

    /// <summary>Represents the positions of the two columns, and the number of all columns.</summary>
    private sealed record Columns(int Uuid, int Label, int Count)
    {
        public static Columns Of(CsvReader csv, string name)
        {
            var header = Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim().ToLowerInvariant()).ToArray();
            foreach (var column in new[] { UuidColumn, LabelColumn })
            {
                if (header.Count(h => h == column) != 1)
                {
                    throw new CommandFailure($"{name}({csv.LineNumber}): expected a header with one column {UuidColumn} and one column {LabelColumn}, separated by commas, but found '{Shortened(string.Join(',', header))}'.");
                }
            }

            return new Columns(Array.IndexOf(header, UuidColumn), Array.IndexOf(header, LabelColumn), header.Length);
        }
    }
}
