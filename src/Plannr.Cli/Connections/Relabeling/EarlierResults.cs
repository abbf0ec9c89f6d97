using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>What a result file holds of an earlier run.</summary>
internal sealed class EarlierResults
{
    private readonly Dictionary<Guid, (UInt128 Label, bool IsDone)> _rows = [];

    private EarlierResults()
    {
    }

    /// <summary>How many bytes of the file are whole rows; what follows is half a one, cut off with the machine's power.</summary>
    public long CompleteBytes { get; private set; }

    /// <summary>Whether half a row follows them.</summary>
    public bool IsCutOff { get; private set; }

    /// <exception cref="CommandFailure">It cannot be read, or is no result file.</exception>
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
            throw new CommandFailure($"The result file {path} cannot be read: {FileProblem.Of(exception)}. Name another with --results.");
        }
    }

    /// <summary>What became of a row; null if nothing is known, or its label was another then.</summary>
    public bool? WasDone(LabelRow row) => _rows.TryGetValue(row.Uuid, out var earlier) && earlier.Label == HashOf(row.Label) ? earlier.IsDone : null;

    private void Read(FileStream stream, string path)
    {
        var isUnterminated = false;
        var length = stream.Length;
        if (length == 0)
        {
            // A device may be read without end.
            return;
        }

        using var csv = CsvReader.Create(
            stream,
            CsvReaderOptions.Default with { HasHeader = false, TrackLineNumbers = true, Separator = ',', OnMalformedRecord = record => isUnterminated |= record.Reason == CsvMalformedReason.UnterminatedQuote },
            leaveOpen: true);
        var endsWithLine = LastByte(stream) == '\n';
        (Guid Uuid, string Label, bool IsDone)? pending = null;
        var start = 0L;
        while (csv.Read())
        {
            // A row is known to be whole when another follows it.
            Keep(pending);
            pending = null;
            start = csv.ByteOffset;
            var fields = Enumerable.Range(0, csv.FieldCount).Select(i => SpreadsheetText.Restore(csv.GetString(i))).ToArray();
            if (csv.RowNumber > 1)
            {
                pending = Parse(fields);
            }

            if (csv.RowNumber == 1 ? !IsHeader(fields, isWhole: endsWithLine || csv.RawRecord.Length < length) : pending is null && endsWithLine && !isUnterminated)
            {
                throw new CommandFailure($"{path}({csv.LineNumber}) is no row of a result file of 'plannr connections relabel'. Name the right one with --results.");
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

    private static bool IsHeader(string[] fields, bool isWhole)
    {
        var (header, text) = (string.Join(',', ResultFile.Columns), string.Join(',', fields));
        return isWhole ? text == header : header.StartsWith(text, StringComparison.Ordinal);
    }

    private static int LastByte(FileStream stream)
    {
        stream.Position = stream.Length - 1;
        var last = stream.ReadByte();
        stream.Position = 0;
        return last;
    }

    // Ten thousand labels need not be held to know whether one of them has changed.
    private static UInt128 HashOf(string label) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(label)));
}
