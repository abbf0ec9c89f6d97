using Microsoft.Data.Sqlite;

namespace Plannr.Sandbox.State;

/// <summary>Explains SQLite's errors: what is wrong with a data file, and what to do.</summary>
internal static class SqliteProblem
{
    private const string ReadOnly = "the file or its folder is read-only. Make both writable";

    /// <summary>Returns the exception for a data file that cannot be opened.</summary>
    public static Exception OfOpening(string file, SqliteException exception) => exception.SqliteErrorCode switch
    {
        // SQLITE_NOTADB: the file was never a data file.
        26 => new InvalidDataException($"{file}: the file is not a SQLite database. Use another file, or a name that does not exist yet.", exception),
        // SQLITE_BUSY and SQLITE_LOCKED.
        5 or 6 => new DataFileException($"{file}: another sandbox uses the file. Stop that sandbox, or use another file.", exception),
        // SQLITE_CANTOPEN.
        14 => new DataFileException($"{file}: the file cannot be opened or created. Check that its folder exists and is writable.", exception),
        _ => new DataFileException($"{file}: {Explain(exception)}, or use another file.", exception),
    };

    /// <summary>Returns the exception for a data file that can only be read.</summary>
    public static DataFileException OfReadOnly(string file) => new($"{file}: {ReadOnly}, or use another file.", cause: null);

    /// <summary>Returns the exception for a change that cannot be written.</summary>
    public static DataFileException OfWriting(string file, SqliteException exception)
        => new($"The change was not made, because the data file {file} cannot be written: {Explain(exception)}, and send the request again.", exception);

    /// <summary>Returns the exception for a data file whose content is damaged.</summary>
    public static DataFileException OfDamage(string file, string detail, Exception? cause = null)
        => new($"{file}: the file is damaged or incomplete ({detail.TrimEnd('.')}). Restore it from a backup, or use another file.", cause);

    // Returns what is wrong, and the start of a sentence that describes what to do.
    private static string Explain(SqliteException exception) => exception.SqliteErrorCode switch
    {
        // SQLITE_READONLY.
        8 => ReadOnly,
        // SQLITE_CORRUPT.
        11 => $"the file is damaged or incomplete ({Message(exception)}). Restore it from a backup",
        // SQLITE_FULL.
        13 => "the disk is full. Free some space",
        // SQLITE_IOERR, which includes quotas and limits on the size of a file.
        10 => $"the disk, a quota or a limit on the size of files prevents writing ({Message(exception)}). Free some space, or check the disk",
        _ => $"SQLite reports an error ({Message(exception)}). Correct the cause",
    };

    private static string Message(SqliteException exception) => exception.Message.TrimEnd('.');
}
