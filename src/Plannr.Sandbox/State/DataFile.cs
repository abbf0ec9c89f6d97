using Microsoft.Data.Sqlite;
using Newtonsoft.Json;

namespace Plannr.Sandbox.State;

/// <summary>The SQLite file that a sandbox's state is kept in.</summary>
internal static class DataFile
{
    // "Plnr": says of any SQLite file whether it is ours.
    private const int ApplicationId = 0x506C6E72;

    private const string Schema = """
        CREATE TABLE accounts (position INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE);
        CREATE TABLE connections (position INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, uuid TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (account, uuid));
        """;

    // What turns the schema of each version into that of the next. A new file goes the same way, so both end with the same schema.
    private static readonly IReadOnlyList<string> Migrations =
    [
        """
        ALTER TABLE accounts ADD COLUMN login TEXT NOT NULL DEFAULT '{}';
        CREATE TABLE webhook_subscriptions (position INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, uuid TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (account, uuid));
        """,
        "CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset INTEGER NOT NULL);",
    ];

    private static int CurrentVersion => Migrations.Count + 1;

    /// <summary>Opens a file, and puts the seed into it if it is new.</summary>
    /// <returns>The state in it, and what keeps the changes.</returns>
    /// <exception cref="InvalidDataException">It is not a data file of this version of the sandbox.</exception>
    /// <exception cref="DataFileException">It cannot be opened, read or written, or is damaged.</exception>
    public static (KeptState Kept, IStateJournal Journal) Open(string file, IReadOnlyList<AccountState> seed)
    {
        // Without pooling, closing lets the file go.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            // SQLite opens such a file all the same, and fails later with an error that does not tell.
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
        // Memory is what is read, so no one else may write. The write-ahead log is synced at each commit (FULL), for an answer
        // must also outlast a power cut; NORMAL would outlast the end of the process only. What comes in meanwhile shares the
        // next commit, so the sync is paid for once in a batch.
        connection.Execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        using var transaction = connection.BeginTransaction();
        // A file that was cut off can be opened, and its lost pages are missed only when they are read.
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
            throw new InvalidDataException($"{file}: it is a SQLite file, and not one that this version of the sandbox keeps its state in. Name another, or one that does not exist yet.");
        }

        transaction.Commit();
    }

    // Part of the caller's transaction, as all of SQLite's changes of schema and version are.
    private static void Migrate(SqliteConnection connection, int from)
    {
        if (from == CurrentVersion)
        {
            // Nothing is written, so a sandbox starts on a full disk, to be read.
            return;
        }

        foreach (var migration in Migrations.Skip(from - 1))
        {
            connection.Execute(migration);
        }

        connection.Execute($"PRAGMA user_version = {CurrentVersion}");
    }
}
