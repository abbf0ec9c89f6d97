using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Plannr.Sandbox.State;

/// <summary>
/// Writes changes to a SQLite file. Changes that arrive while a transaction is written are written together in the next transaction. If a
/// transaction cannot be written, its changes fail, and so do those that arrived meanwhile, because they build on it. The state then returns to
/// that of the file.
/// </summary>
internal sealed class SqliteJournal : IStateJournal
{
    private readonly Channel<(StateChange Change, TaskCompletionSource Written)> _changes = Channel.CreateUnbounded<(StateChange, TaskCompletionSource)>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly SqliteConnection _connection;
    private readonly string _file;
    private readonly Task _writing;
    private Action<Func<KeptState?>>? _restore;
    private DataFileException? _end;

    public SqliteJournal(SqliteConnection connection, string file)
    {
        _connection = connection;
        _file = file;
        _writing = Task.Run(WriteAsync);
    }

    public void OnLoss(Action<Func<KeptState?>> restore) => _restore = restore;

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
        var batch = new List<(StateChange Change, TaskCompletionSource Written)>();
        while (await _changes.Reader.WaitToReadAsync())
        {
            batch.Clear();
            TakeInto(batch);
            if ((_end ?? Write(batch)) is { } failure)
            {
                Lose(batch, failure);
                continue;
            }

            foreach (var (_, written) in batch)
            {
                written.SetResult();
            }
        }
    }

    private void TakeInto(List<(StateChange Change, TaskCompletionSource Written)> batch)
    {
        while (_changes.Reader.TryRead(out var change))
        {
            batch.Add(change);
        }
    }

    private DataFileException? Write(List<(StateChange Change, TaskCompletionSource Written)> batch)
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
            return SqliteProblem.OfWriting(_file, exception);
        }
    }

    private void Lose(List<(StateChange Change, TaskCompletionSource Written)> batch, DataFileException failure)
    {
        if (_end is null)
        {
            _restore?.Invoke(() =>
            {
                TakeInto(batch);
                return Read();
            });
        }

        foreach (var (_, written) in batch)
        {
            written.SetException(_end ?? failure);
        }
    }

    private KeptState? Read()
    {
        try
        {
            return SqliteState.Read(_connection);
        }
        catch (SqliteException exception)
        {
            _end = new DataFileException($"The data file {_file} can be neither written nor read ({exception.Message}). It has all changes that were confirmed; restart the sandbox once the cause is gone.", exception);
            return null;
        }
    }
}
