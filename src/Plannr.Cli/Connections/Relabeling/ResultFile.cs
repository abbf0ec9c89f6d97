using System.Globalization;
using CsvHelper;
using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>
/// A CSV file with what became of each row. A row is handed to the system, whole and at once, before the next one is sent in its
/// place; so it outlasts the process, however that ends. Once a second it is made to outlast the machine too. After a row that cannot be
/// written, no other is: the file then ends with a whole row.
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
    private Exception? _problem;

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
        FileStream? stream = null;
        try
        {
            // No buffer of its own: each row is one write.
            stream = new FileStream(path, earlier is null ? FileMode.CreateNew : FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
            if (earlier is { IsCutOff: true })
            {
                stream.SetLength(earlier.CompleteBytes);
            }

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
            stream?.Dispose();
            if (stream is not null && earlier is null)
            {
                // Otherwise the next run would take the empty file for that of an earlier run.
                File.Delete(path);
            }

            var problem = exception as ResultFileException ?? new ResultFileException(exception);
            throw new CommandFailure($"The result file {path} cannot be written: {problem.Message}. {problem.Advice}, or name another file with --results. Nothing was sent.");
        }
    }

    /// <summary>Writes what became of a row.</summary>
    /// <exception cref="ResultFileException">It cannot be written.</exception>
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

    /// <summary>Makes what was written outlast the machine.</summary>
    /// <exception cref="ResultFileException">It cannot be written.</exception>
    public void Flush()
    {
        lock (_lock)
        {
            if (_problem is null)
            {
                Try(() => _stream.Flush(flushToDisk: true));
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _stream.Dispose();
            _line.Dispose();
        }
    }

    private void Append(IReadOnlyList<string> fields)
    {
        lock (_lock)
        {
            if (_problem is not null)
            {
                throw new ResultFileException(_problem);
            }

            _line.SetLength(0);
            using (var csv = CsvWriter.Create(_line, Format, leaveOpen: true))
            {
                csv.WriteRecord([.. fields.Select(SpreadsheetText.Protect)]);
            }

            var end = _stream.Position;
            Try(() => _stream.Write(_line.GetBuffer(), 0, (int)_line.Length), () => _stream.SetLength(end));
            if (TimeProvider.System.GetElapsedTime(_flushed) >= FlushInterval)
            {
                Try(() => _stream.Flush(flushToDisk: true));
                _flushed = TimeProvider.System.GetTimestamp();
            }
        }
    }

    private void Try(Action write, Action? undo = null)
    {
        try
        {
            write();
        }
        // .NET throws ArgumentOutOfRangeException for a file that is larger than the file system or a limit of the process allows.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            _problem = exception;
            try
            {
                undo?.Invoke();
            }
            catch (IOException)
            {
                // Half a row at the end is no harm: --resume cuts it off.
            }

            throw new ResultFileException(_problem);
        }
    }
}
