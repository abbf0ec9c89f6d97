using Microsoft.Data.Sqlite;
using Newtonsoft.Json;

namespace Plannr.Sandbox.State;

/// <summary>Opens the SQLite file with the state of a sandbox.</summary>
internal static class DataFile
{
    // "Plnr" identifies the SQLite files of sandboxes.
    private const int ApplicationId = 0x506C6E72;

    private const string Schema = """
        CREATE TABLE accounts (position INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE);
        CREATE TABLE connections (position INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, uuid TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (account, uuid));
        """;

    // Each migration converts the schema of a version to that of the next. They also create the schema of a new file, so all files have the same schema.
    private static readonly IReadOnlyList<string> Migrations =
    [
        """
        ALTER TABLE accounts ADD COLUMN login TEXT NOT NULL DEFAULT '{}';
        CREATE TABLE webhook_subscriptions (position INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, uuid TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (account, uuid));
        """,
        "CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset INTEGER NOT NULL);",
    ];

    private static int CurrentVersion => Migrations.Count + 1;

    /// <summary>Opens a file. Writes the seed to a new file.</summary>
    /// <returns>The state in the file, and the journal that writes changes to it.</returns>
    /// <exception cref="InvalidDataException">The file is not a data file of this version of the sandbox.</exception>
    /// <exception cref="DataFileException">The file cannot be opened, read or written, or it is damaged.</exception>
    public static (KeptState Kept, IStateJournal Journal) Open(string file, IReadOnlyList<AccountState> seed)
    {
        // With pooling, the file would stay open after the connection is closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            // SQLite opens a read-only file without an error, and fails only when it writes.
            if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
            {
                throw SqliteProblem.OfReadOnly(file);
            }

            Prepare(connection, file, seed);
            return (SqliteState.Read(connection), new SqliteJournal(connection, file));
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw SqliteProblem.OfOpening(file, exception);
        }
        // SQLite does not notice damage within a value.
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            connection.Dispose();
            throw SqliteProblem.OfDamage(file, exception.Message, exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteConnection connection, string file, IReadOnlyList<AccountState> seed)
    {
        // The state is read from memory, so no other process may write to the file. FULL syncs the write-ahead log at each commit, so that
        // a confirmed change survives a power failure; with NORMAL, it would survive only the end of the process. Changes that arrive during
        // a commit share the next one, so a batch needs one sync.
        connection.Execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        using var transaction = connection.BeginTransaction();
        // SQLite opens a truncated file, and notices the missing pages only when it reads them.
        if (connection.QueryText("PRAGMA quick_check(1)") is var check and not "ok")
        {
            throw SqliteProblem.OfDamage(file, check);
        }

        var isNew = connection.Query("SELECT count(*) FROM sqlite_schema") == 0 && connection.Query("PRAGMA application_id") == 0;
        if (isNew)
        {
            connection.Execute($"PRAGMA application_id = {ApplicationId}; {Schema}");
            Migrate(connection, from: 1);
            SqliteState.Replace(connection, seed);
        }
        else if (connection.Query("PRAGMA application_id") == ApplicationId && connection.Query("PRAGMA user_version") is var version && version >= 1 && version <= CurrentVersion)
        {
            Migrate(connection, (int)version);
        }
        else
        {
            throw new InvalidDataException($"{file}: the file is a SQLite database, but not a data file of this version of the sandbox. Use another file, or a name that does not exist yet.");
        }

        transaction.Commit();
    }

    // Runs in the caller's transaction, which also covers changes of the schema and the version.
    private static void Migrate(SqliteConnection connection, int from)
    {
        if (from == CurrentVersion)
        {
            // Writes nothing, so that a sandbox can start on a full disk and respond to requests that only read.
            return;
        }

        foreach (var migration in Migrations.Skip(from - 1))
        {
            connection.Execute(migration);
        }

        connection.Execute($"PRAGMA user_version = {CurrentVersion}");
    }
}
