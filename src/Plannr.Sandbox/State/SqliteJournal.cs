using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Plannr.Sandbox.State;

/// <summary>
/// Writes changes to a SQLite file. Changes that arrive while a transaction is written are written together in the next transaction. After a
/// change that cannot be written, all later changes fail too, because the state in memory is then ahead of the file.
/// </summary>
internal sealed class SqliteJournal : IStateJournal
{
    private readonly Channel<(StateChange Change, TaskCompletionSource Written)> _changes = Channel.CreateUnbounded<(StateChange, TaskCompletionSource)>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly SqliteConnection _connection;
    private readonly string _file;
    private readonly Task _writing;

    public SqliteJournal(SqliteConnection connection, string file)
    {
        _connection = connection;
        _file = file;
        _writing = Task.Run(WriteAsync);
    }

    public Task Append(StateChange change)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _changes.Writer.TryWrite((change, written)) ? written.Task : throw new ObjectDisposedException(nameof(SqliteJournal));
    }

    public async ValueTask DisposeAsync()
    {
        _changes.Writer.TryComplete();
        await _writing;
        await _connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        Exception? failure = null;
        var batch = new List<(StateChange Change, TaskCompletionSource Written)>();
        while (await _changes.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (_changes.Reader.TryRead(out var change))
            {
                batch.Add(change);
            }

            failure ??= Write(batch);
            foreach (var (_, written) in batch)
            {
                if (failure is null)
                {
                    written.SetResult();
                }
                else
                {
                    written.SetException(failure);
                }
            }
        }
    }

    private IOException? Write(List<(StateChange Change, TaskCompletionSource Written)> batch)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var (change, _) in batch)
            {
                SqliteState.Apply(_connection, change);
            }

            transaction.Commit();
            return null;
        }
        catch (SqliteException exception)
        {
            return new IOException($"{_file} cannot be written ({exception.Message}). What was answered until now is in it; restart the sandbox once the cause is gone.", exception);
        }
    }
}
