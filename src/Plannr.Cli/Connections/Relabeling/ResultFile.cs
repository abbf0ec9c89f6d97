using System.Globalization;
using CsvHelper;
using Plannr.Cli.Output;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>
/// A CSV file with what became of each row. A row is handed to the system, whole and at once, before the next one is sent in its
/// place; so it outlasts the process, however that ends. Once a second it is made to outlast the machine too.
/// </summary>
internal sealed class ResultFile : IDisposable
{
    public const string Done = "done";
    public const string Failed = "failed";

    private static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(1);
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { NewLine = "\n" };

    private readonly Lock _lock = new();
    private readonly FileStream _stream;
    private readonly MemoryStream _line = new();
    private long _flushed = TimeProvider.System.GetTimestamp();

    private ResultFile(FileStream stream) => _stream = stream;

    public static IReadOnlyList<string> Columns { get; } = ["line", "uuid", "label", "result", "status", "message"];

    /// <summary>The file for a label file, unless another is named: <c>labels.results.csv</c> beside <c>labels.csv</c>.</summary>
    public static string PathFor(string labels)
        => labels == "-" ? "labels.results.csv" : Path.Combine(Path.GetDirectoryName(labels) ?? "", Path.GetFileNameWithoutExtension(labels) + ".results.csv");

    /// <summary>Opens a file to go on after what it holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="earlier">What it holds; null for a new file.</param>
    /// <exception cref="CommandFailure">It cannot be written, or another process writes it.</exception>
    public static ResultFile Open(string path, EarlierResults? earlier)
    {
        try
        {
            // No buffer of its own: each row is one write.
            var stream = new FileStream(path, earlier is null ? FileMode.CreateNew : FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
            stream.SetLength(earlier?.CompleteBytes ?? 0);
            stream.Position = stream.Length;
            var file = new ResultFile(stream);
            if (stream.Length == 0)
            {
                file.Append(Columns);
            }

            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The result file {path} cannot be written: {FileProblem.Of(exception)}. Name another with --results.");
        }
    }

    /// <summary>Writes what became of a row.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Append(LabelRow row, RowResult result)
        => Append(
            [
                row.Line.ToString(CultureInfo.InvariantCulture),
                row.Uuid.ToString(),
                row.Label,
                result.IsDone ? Done : Failed,
                result.Status?.ToString(CultureInfo.InvariantCulture) ?? "",
                result.Message,
            ]);

    public void Dispose()
    {
        lock (_lock)
        {
            _stream.Flush(flushToDisk: true);
            _stream.Dispose();
            _line.Dispose();
        }
    }

    private void Append(IReadOnlyList<string> fields)
    {
        lock (_lock)
        {
            _line.SetLength(0);
            using (var csv = CsvWriter.Create(_line, Format, leaveOpen: true))
            {
                csv.WriteRecord([.. fields.Select(SpreadsheetText.Protect)]);
            }

            _stream.Write(_line.GetBuffer(), 0, (int)_line.Length);
            if (TimeProvider.System.GetElapsedTime(_flushed) >= FlushInterval)
            {
                _stream.Flush(flushToDisk: true);
                _flushed = TimeProvider.System.GetTimestamp();
            }
        }
    }
}
