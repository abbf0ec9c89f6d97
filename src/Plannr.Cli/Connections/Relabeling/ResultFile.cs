using System.Globalization;
using CsvHelper;
using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>
/// Writes a CSV file with the result of each row. Each row is one write to the operating system, so that no result is lost if the process
/// is killed. Once a second, the file is also flushed to the disk. After a row cannot be written, no other row is written, so that the
/// file ends with a complete row.
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

    /// <summary>Returns the default path for a label file: <c>labels.results.csv</c> in the folder of <c>labels.csv</c>.</summary>
    public static string PathFor(string labels)
        => labels == "-" ? "labels.results.csv" : Path.ChangeExtension(labels, ".results.csv");

    /// <summary>Opens a file to append results to it.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="earlier">The content of the file; null for a new file.</param>
    /// <exception cref="CommandFailure">The file cannot be written, or another process writes to it.</exception>
    public static ResultFile Open(string path, EarlierResults? earlier)
    {
        FileStream? stream = null;
        try
        {
            // The stream has no buffer, so that each row is one write to the operating system.
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
                // Otherwise, the next run would treat the empty file as that of an earlier run.
                File.Delete(path);
            }

            var problem = exception as ResultFileException ?? new ResultFileException(exception);
            throw new CommandFailure($"The result file {path} cannot be written: {problem.Message}. {problem.Advice}, or specify another file with --results. Nothing was sent.");
        }
    }

    /// <summary>Appends the result of a row.</summary>
    /// <exception cref="ResultFileException">The file cannot be written.</exception>
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

    /// <summary>Flushes the file to the disk.</summary>
    /// <exception cref="ResultFileException">The file cannot be written.</exception>
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
        // .NET throws ArgumentOutOfRangeException if the file would be larger than the file system or a limit of the process allows.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            _problem = exception;
            try
            {
                undo?.Invoke();
            }
            catch (IOException)
            {
                // An incomplete row at the end is harmless, because --resume removes it.
            }

            throw new ResultFileException(_problem);
        }
    }
}
