using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.State;

/// <summary>
/// The accounts and their resources. It is read from memory, and each change is handed to the journal. Nothing is answered,
/// not even a list, before the changes that it shows are safe: an answer never tells of what a crash then takes back.
/// </summary>
internal sealed class SandboxState : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, AccountResources> _resources = [];
    private readonly IReadOnlyList<AccountState> _seed;
    private readonly IStateJournal _journal;
    private IReadOnlyList<Guid> _accounts = [];
    private Task _safe = Task.CompletedTask;

    /// <param name="seed">What a reset returns to.</param>
    /// <param name="current">What is there now.</param>
    /// <param name="journal">Where changes are kept.</param>
    public SandboxState(IReadOnlyList<AccountState> seed, IReadOnlyList<AccountState> current, IStateJournal journal)
    {
        _seed = seed;
        _journal = journal;
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
                return _accounts.SelectMany(a => _resources[a].Of(ResourceKind.Connection).Keys).Select(u => (Guid?)u).FirstOrDefault();
            }
        }
    }

    /// <summary>The accounts in their order, each with the properties of its login that differ from the defaults.</summary>
    public IReadOnlyList<(Guid Account, JObject Login)> Logins
    {
        get
        {
            lock (_lock)
            {
                return [.. _accounts.Select(a => (a, (JObject)_resources[a].Login.DeepClone()))];
            }
        }
    }

    /// <summary>The resources of an account, in the order in which they were added.</summary>
    public async Task<IReadOnlyList<JObject>> ListAsync(ResourceKind kind, Guid account)
    {
        IReadOnlyList<JObject> list;
        Task safe;
        lock (_lock)
        {
            list = [.. Of(kind, account).Values.Select(Copy)];
            safe = _safe;
        }

        await safe;
        return list;
    }

    /// <returns>The resource, or null if the account has none with this UUID.</returns>
    public async Task<JObject?> FindAsync(ResourceKind kind, Guid account, Guid uuid)
    {
        JObject? found;
        Task safe;
        lock (_lock)
        {
            found = Of(kind, account).TryGetValue(uuid, out var resource) ? Copy(resource) : null;
            safe = _safe;
        }

        await safe;
        return found;
    }

    /// <returns>The account that has the resource, or null if none has one with this UUID.</returns>
    public Guid? AccountOf(ResourceKind kind, Guid uuid)
    {
        lock (_lock)
        {
            return _accounts.Where(a => Of(kind, a).ContainsKey(uuid)).Select(a => (Guid?)a).FirstOrDefault();
        }
    }

    /// <summary>Adds a resource, which has a UUID of its own.</summary>
    /// <returns>False if the account is gone: a reset can remove it between the start of a request and its end.</returns>
    public async Task<bool> AddAsync(ResourceKind kind, Guid account, JObject resource)
    {
        bool isAdded;
        Task safe;
        lock (_lock)
        {
            isAdded = _resources.TryGetValue(account, out var resources);
            if (resources is not null)
            {
                var uuid = ResourceUuid.Of(resource);
                resources.Of(kind).Add(uuid, Copy(resource));
                _safe = _journal.Append(new StateChange.Added(kind, account, uuid, resource.ToString(Formatting.None)));
            }

            safe = _safe;
        }

        await safe;
        return isAdded;
    }

    /// <summary>Changes a resource.</summary>
    /// <param name="kind">The kind of the resource.</param>
    /// <param name="account">The account that has it.</param>
    /// <param name="uuid">Its UUID.</param>
    /// <param name="change">Changes the JSON of the resource; must be quick.</param>
    /// <returns>The changed resource, or null if the account has none with this UUID.</returns>
    public async Task<JObject?> UpdateAsync(ResourceKind kind, Guid account, Guid uuid, Action<JObject> change)
    {
        JObject? answer = null;
        Task safe;
        lock (_lock)
        {
            if (Of(kind, account).TryGetValue(uuid, out var resource))
            {
                change(resource);
                _safe = _journal.Append(new StateChange.Updated(kind, account, uuid, resource.ToString(Formatting.None)));
                answer = Copy(resource);
            }

            safe = _safe;
        }

        await safe;
        return answer;
    }

    /// <returns>Whether there was a resource with this UUID.</returns>
    public async Task<bool> DeleteAsync(ResourceKind kind, Guid account, Guid uuid)
    {
        bool isDeleted;
        Task safe;
        lock (_lock)
        {
            isDeleted = Of(kind, account).Remove(uuid);
            if (isDeleted)
            {
                _safe = _journal.Append(new StateChange.Deleted(kind, account, uuid));
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

    private static JObject Copy(JObject resource) => (JObject)resource.DeepClone();

    // A reset may have taken an account away since the request was found to be for it.
    private OrderedDictionary<Guid, JObject> Of(ResourceKind kind, Guid account)
        => _resources.TryGetValue(account, out var resources) ? resources.Of(kind) : [];

    private void Load(IReadOnlyList<AccountState> accounts)
    {
        _resources.Clear();
        foreach (var account in accounts)
        {
            _resources.Add(account.Uuid, new AccountResources(account));
        }

        Volatile.Write(ref _accounts, [.. accounts.Select(a => a.Uuid)]);
    }
}
