using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>Represents the content of the result file of an earlier run.</summary>
internal sealed class EarlierResults
{
    private readonly Dictionary<Guid, (UInt128 Label, bool IsDone)> _rows = [];

    private EarlierResults()
    {
    }

    /// <summary>Gets the size of the complete rows in bytes. An incomplete row can follow them, for example after a power failure.</summary>
    public long CompleteBytes { get; private set; }

    /// <summary>Gets whether an incomplete row follows the complete rows.</summary>
    public bool IsCutOff { get; private set; }

    /// <exception cref="CommandFailure">The file cannot be read, or is not a result file.</exception>
    public static EarlierResults Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var results = new EarlierResults();
            results.Read(stream, path);
            return results;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The result file {path} cannot be read: {FileProblem.Of(exception)}. Specify another file with --results.");
        }
    }

    /// <summary>Returns whether the earlier run updated a connection; null if the file has no result for the row with its current label.</summary>
    public bool? WasDone(LabelRow row) => _rows.TryGetValue(row.Uuid, out var earlier) && earlier.Label == HashOf(row.Label) ? earlier.IsDone : null;

    private void Read(FileStream stream, string path)
    {
        var isUnterminated = false;
        var length = stream.Length;
        if (length == 0)
        {
            // A device such as /dev/full has the length 0, but can be read without end.
            return;
        }

        using var csv = CsvReader.Create(
            stream,
            CsvReaderOptions.Default with { HasHeader = false, TrackLineNumbers = true, Separator = ',', OnMalformedRecord = record => isUnterminated |= record.Reason == CsvMalformedReason.UnterminatedQuote });
        var endsWithLine = LastByte(stream) == '\n';
        (Guid Uuid, string Label, bool IsDone)? pending = null;
        var start = 0L;
        while (csv.Read())
        {
            // A row is certainly complete if another row follows it.
            Keep(pending);
            start = csv.ByteOffset;
            var fields = Enumerable.Range(0, csv.FieldCount).Select(i => SpreadsheetText.Restore(csv.GetString(i))).ToArray();
            pending = Parse(fields);
            if (csv.RowNumber == 1 ? !IsHeader(fields, isComplete: endsWithLine || csv.RawRecord.Length < length) : pending is null && endsWithLine && !isUnterminated)
            {
                throw new CommandFailure($"{path}({csv.LineNumber}) is not a row of a result file of 'plannr connections relabel'. Specify the correct file with --results.");
            }
        }

        IsCutOff = isUnterminated || !endsWithLine;
        CompleteBytes = IsCutOff ? start : length;
        if (!IsCutOff)
        {
            Keep(pending);
        }
    }

    private void Keep((Guid Uuid, string Label, bool IsDone)? row)
    {
        if (row is { } known)
        {
            _rows[known.Uuid] = (HashOf(known.Label), known.IsDone);
        }
    }

    private static (Guid Uuid, string Label, bool IsDone)? Parse(string[] fields)
        => fields.Length == ResultFile.Columns.Count && UuidArgument.TryParse(fields[1], out var uuid) && fields[3] is ResultFile.Done or ResultFile.Failed
            ? (uuid, fields[2], fields[3] == ResultFile.Done)
            : null;

    private static bool IsHeader(string[] fields, bool isComplete)
    {
        var (header, text) = (string.Join(',', ResultFile.Columns), string.Join(',', fields));
        return isComplete ? text == header : header.StartsWith(text, StringComparison.Ordinal);
    }

    private static int LastByte(FileStream stream)
    {
        stream.Position = stream.Length - 1;
        var last = stream.ReadByte();
        stream.Position = 0;
        return last;
    }

    // A hash is enough to detect a changed label, and uses less memory than the label.
    private static UInt128 HashOf(string label) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(label)));
}
