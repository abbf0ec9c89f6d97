using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Clock;

namespace Plannr.Sandbox.State;

/// <summary>
/// The accounts and their resources. It is read from memory, and each change is handed to the journal. Nothing is answered,
/// not even a list, before the changes that it shows are safe: an answer never tells of what a crash then takes back. If a change cannot be
/// kept, the memory returns to the state that is kept.
/// </summary>
internal sealed class SandboxState : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, AccountResources> _resources = [];
    private readonly IReadOnlyList<AccountState> _seed;
    private readonly IStateJournal _journal;
    private readonly SandboxClock _clock;
    private IReadOnlyList<Guid> _accounts = [];
    private Task _safe = Task.CompletedTask;

    /// <param name="seed">The accounts that a reset returns to.</param>
    /// <param name="current">The accounts that there are now.</param>
    /// <param name="journal">Keeps changes.</param>
    /// <param name="clock">The clock, whose offset is kept too.</param>
    public SandboxState(IReadOnlyList<AccountState> seed, IReadOnlyList<AccountState> current, IStateJournal journal, SandboxClock clock)
    {
        _seed = seed;
        _journal = journal;
        _clock = clock;
        Load(current);
        journal.OnLoss(ReturnToKept);
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

    /// <summary>Gets copies of the connections of all accounts.</summary>
    public IReadOnlyList<(Guid Account, JObject Connection)> Connections
    {
        get
        {
            lock (_lock)
            {
                return [.. _accounts.SelectMany(a => Of(ResourceKind.Connection, a).Values.Select(c => (a, Copy(c))))];
            }
        }
    }

    /// <summary>Returns the accounts in their order, each with the properties of its login that differ from the defaults.</summary>
    public async Task<IReadOnlyList<(Guid Account, JObject Login)>> ListLoginsAsync()
    {
        IReadOnlyList<(Guid, JObject)> logins;
        Task safe;
        lock (_lock)
        {
            logins = [.. _accounts.Select(a => (a, (JObject)_resources[a].Login.DeepClone()))];
            safe = _safe;
        }

        await safe;
        return logins;
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

    /// <summary>Returns the provider with this name of the connection that was added first.</summary>
    /// <returns>The provider, or null if no connection has one with this name.</returns>
    public JObject? FindProvider(string name)
    {
        lock (_lock)
        {
            return _accounts.SelectMany(a => Of(ResourceKind.Connection, a).Values)
                .Select(c => c["provider"] as JObject)
                .FirstOrDefault(p => p?.Value<string>("name") == name) is { } provider ? Copy(provider) : null;
        }
    }

    /// <summary>Adds a resource.</summary>
    /// <returns>False if the account is gone: a reset can remove it between the start of a request and its end.</returns>
    /// <exception cref="SandboxInputException">The account has a resource of this kind with this UUID.</exception>
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
                if (!resources.Of(kind).TryAdd(uuid, Copy(resource)))
                {
                    throw new SandboxInputException("uuid", $"The account {account} already has {uuid}. Leave the UUID out for a random one.");
                }

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

    /// <summary>Adds an account.</summary>
    /// <exception cref="SandboxInputException">There is an account with this UUID, or a webhook subscription with one of its UUIDs.</exception>
    public async Task AddAccountAsync(AccountState account)
    {
        Task safe;
        lock (_lock)
        {
            if (_resources.ContainsKey(account.Uuid))
            {
                throw new SandboxInputException("uuid", $"There is already an account {account.Uuid} in the sandbox. Leave the UUID out for a random one.");
            }

            // A webhook is sent to a subscription without naming its account, so no two accounts may have the same one.
            var subscriptions = _accounts.SelectMany(a => Of(ResourceKind.WebhookSubscription, a).Keys);
            if (subscriptions.Intersect(account.WebhookSubscriptions.Select(ResourceUuid.Of)).Select(u => (Guid?)u).FirstOrDefault() is { } taken)
            {
                throw new SandboxInputException("webhook_subscriptions", $"There is already a webhook subscription {taken} in the sandbox.");
            }

            _resources.Add(account.Uuid, new AccountResources(account));
            Volatile.Write(ref _accounts, [.. _accounts, account.Uuid]);
            _safe = safe = _journal.Append(new StateChange.AccountAdded(account));
        }

        await safe;
    }

    /// <summary>Changes the login of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="change">Changes the properties that differ from the defaults; must be quick.</param>
    /// <returns>Whether there is such an account.</returns>
    public async Task<bool> UpdateLoginAsync(Guid account, Action<JObject> change)
    {
        AccountResources? resources;
        Task safe;
        lock (_lock)
        {
            if (_resources.TryGetValue(account, out resources))
            {
                change(resources.Login);
                _safe = _journal.Append(new StateChange.LoginUpdated(account, resources.Login.ToString(Formatting.None)));
            }

            safe = _safe;
        }

        await safe;
        return resources is not null;
    }

    /// <summary>Keeps the offset of the clock.</summary>
    /// <returns>A task that ends when the offset is safe.</returns>
    public Task KeepClockAsync(TimeSpan offset)
    {
        lock (_lock)
        {
            return _safe = _journal.Append(new StateChange.ClockMoved(offset));
        }
    }

    /// <summary>Returns to the seed.</summary>
    /// <param name="clockOffset">The offset of the clock from now on.</param>
    public async Task ResetAsync(TimeSpan clockOffset)
    {
        Task safe;
        lock (_lock)
        {
            Load(_seed);
            _ = _journal.Append(new StateChange.Replaced(_seed));
            _safe = safe = _journal.Append(new StateChange.ClockMoved(clockOffset));
        }

        await safe;
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    private static JObject Copy(JObject resource) => (JObject)resource.DeepClone();

    // A reset may have taken an account away since the request was found to be for it.
    private OrderedDictionary<Guid, JObject> Of(ResourceKind kind, Guid account)
        => _resources.TryGetValue(account, out var resources) ? resources.Of(kind) : [];

    private void ReturnToKept(Func<KeptState?> readKept)
    {
        KeptState? kept;
        lock (_lock)
        {
            kept = readKept();
            if (kept is null)
            {
                // The memory has changes that are not kept, so nothing is answered from now on.
                return;
            }

            Load(kept.Accounts);
            _safe = Task.CompletedTask;
        }

        // Timers may fire.
        _clock.Continue(kept.ClockOffset);
    }

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
