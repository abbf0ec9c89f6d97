using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.State;

/// <summary>
/// The accounts and their connections. It is read from memory, and each change is handed to the journal. Nothing is answered,
/// not even a list, before the changes that it shows are safe: an answer never tells of what a crash then takes back.
/// </summary>
internal sealed class SandboxState : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, OrderedDictionary<Guid, JObject>> _connections = [];
    private readonly IReadOnlyList<AccountState> _seed;
    private readonly IStateJournal _journal;
    private readonly TimeProvider _timeProvider;
    private IReadOnlyList<Guid> _accounts = [];
    private Task _safe = Task.CompletedTask;

    /// <param name="seed">What a reset returns to.</param>
    /// <param name="current">What is there now.</param>
    /// <param name="journal">Where changes are kept.</param>
    /// <param name="timeProvider">The clock of <c>updated_at</c>.</param>
    public SandboxState(IReadOnlyList<AccountState> seed, IReadOnlyList<AccountState> current, IStateJournal journal, TimeProvider timeProvider)
    {
        _seed = seed;
        _journal = journal;
        _timeProvider = timeProvider;
        Load(current);
    }

    /// <summary>The accounts; the first is the one of a request that names none.</summary>
    public IReadOnlyList<Guid> Accounts => Volatile.Read(ref _accounts);

    /// <summary>The first connection of the first account that has one.</summary>
    public Guid? FirstConnection
    {
        get
        {
            lock (_lock)
            {
                return _accounts.SelectMany(a => _connections[a].Keys).Select(u => (Guid?)u).FirstOrDefault();
            }
        }
    }

    /// <summary>The connections of an account.</summary>
    public async Task<JArray> ListAsync(Guid account)
    {
        JArray list;
        Task safe;
        lock (_lock)
        {
            list = new JArray(Of(account).Values.Select(c => c.DeepClone()));
            safe = _safe;
        }

        await safe;
        return list;
    }

    /// <summary>Sets the attributes of a connection that the request sets, and when it was updated.</summary>
    /// <returns>The connection, or null if there is none with this UUID.</returns>
    public async Task<JObject?> UpdateAsync(Guid account, Guid uuid, JObject changes)
    {
        JObject? answer = null;
        Task safe;
        lock (_lock)
        {
            if (Of(account).TryGetValue(uuid, out var connection))
            {
                Change(connection, changes);
                _safe = _journal.Append(new StateChange.Updated(account, uuid, connection.ToString(Formatting.None)));
                answer = (JObject)connection.DeepClone();
            }

            safe = _safe;
        }

        await safe;
        return answer;
    }

    /// <returns>Whether there was a connection with this UUID.</returns>
    public async Task<bool> DeleteAsync(Guid account, Guid uuid)
    {
        bool isDeleted;
        Task safe;
        lock (_lock)
        {
            isDeleted = Of(account).Remove(uuid);
            if (isDeleted)
            {
                _safe = _journal.Append(new StateChange.Deleted(account, uuid));
            }

            safe = _safe;
        }

        await safe;
        return isDeleted;
    }

    /// <summary>Returns to the seed.</summary>
    public async Task ResetAsync()
    {
        Task safe;
        lock (_lock)
        {
            Load(_seed);
            _safe = safe = _journal.Append(new StateChange.Replaced(_seed));
        }

        await safe;
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    private void Change(JObject connection, JObject changes)
    {
        if (changes.TryGetValue("label", StringComparison.Ordinal, out var label))
        {
            connection["label"] = label.DeepClone();
        }

        connection["updated_at"] = UkTime.Now(_timeProvider).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    // A reset may have taken an account away since the request was found to be for it.
    private OrderedDictionary<Guid, JObject> Of(Guid account) => _connections.TryGetValue(account, out var connections) ? connections : [];

    private void Load(IReadOnlyList<AccountState> accounts)
    {
        _connections.Clear();
        foreach (var account in accounts)
        {
            _connections.Add(account.Uuid, new OrderedDictionary<Guid, JObject>(
                account.Connections.Select(c => KeyValuePair.Create(Guid.Parse(c.Value<string>("uuid")!), (JObject)c.DeepClone()))));
        }

        Volatile.Write(ref _accounts, [.. accounts.Select(a => a.Uuid)]);
    }
}
