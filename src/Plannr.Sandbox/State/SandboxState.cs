using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Clock;

namespace Plannr.Sandbox.State;

/// <summary>
/// The accounts and their resources. They are read from memory, and each change is appended to the journal. All responses, including lists, wait
/// until the changes that they show are saved, so that a crash cannot revert a state that a caller has seen. If a change cannot be saved, the
/// memory returns to the saved state.
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

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="seed">The accounts after a reset.</param>
    /// <param name="current">The current accounts.</param>
    /// <param name="journal">Saves changes.</param>
    /// <param name="clock">The clock, whose offset is saved too.</param>
    public SandboxState(IReadOnlyList<AccountState> seed, IReadOnlyList<AccountState> current, IStateJournal journal, SandboxClock clock)
    {
        _seed = seed;
        _journal = journal;
        _clock = clock;
        Load(current);
        journal.OnLoss(ReturnToKept);
    }

    /// <summary>Gets the accounts. The first one is the default account.</summary>
    public IReadOnlyList<Guid> Accounts => Volatile.Read(ref _accounts);

    /// <summary>Gets the first connection of the first account with connections; null if there is none.</summary>
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

    /// <summary>Returns the resources of an account, in the order in which they were added.</summary>
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

    /// <summary>Returns a resource of an account, or null if it does not exist.</summary>
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

    /// <summary>Returns the account of a resource, or null if the resource does not exist.</summary>
    public Guid? AccountOf(ResourceKind kind, Guid uuid)
    {
        lock (_lock)
        {
            return _accounts.Where(a => Of(kind, a).ContainsKey(uuid)).Select(a => (Guid?)a).FirstOrDefault();
        }
    }

    /// <summary>Returns the provider of the earliest connection to a provider with this name.</summary>
    /// <returns>The provider, or null if there is no such connection.</returns>
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
    /// <returns>False if the account does not exist, because a reset has removed it since the start of the request.</returns>
    /// <exception cref="SandboxInputException">The account already has a resource of this kind with this UUID.</exception>
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
    /// <param name="account">The account of the resource.</param>
    /// <param name="uuid">The UUID of the resource.</param>
    /// <param name="change">Changes the JSON of the resource. It runs within a lock.</param>
    /// <returns>The changed resource, or null if it does not exist.</returns>
    public async Task<JObject?> UpdateAsync(ResourceKind kind, Guid account, Guid uuid, Action<JObject> change)
    {
        JObject? updated = null;
        Task safe;
        lock (_lock)
        {
            if (Of(kind, account).TryGetValue(uuid, out var resource))
            {
                change(resource);
                _safe = _journal.Append(new StateChange.Updated(kind, account, uuid, resource.ToString(Formatting.None)));
                updated = Copy(resource);
            }

            safe = _safe;
        }

        await safe;
        return updated;
    }

    /// <summary>Deletes a resource.</summary>
    /// <returns>True if the resource existed.</returns>
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
    /// <exception cref="SandboxInputException">The account or one of its webhook subscriptions already exists.</exception>
    public async Task AddAccountAsync(AccountState account)
    {
        Task safe;
        lock (_lock)
        {
            if (_resources.ContainsKey(account.Uuid))
            {
                throw new SandboxInputException("uuid", $"There is already an account {account.Uuid} in the sandbox. Leave the UUID out for a random one.");
            }

            // A request to send a webhook names only the subscription, so subscriptions must be unique across accounts.
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
    /// <param name="change">Changes the properties that differ from the defaults. It runs within a lock.</param>
    /// <returns>True if the account exists.</returns>
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

    /// <summary>Saves the offset of the clock.</summary>
    /// <returns>A task that completes when the offset is saved.</returns>
    public Task KeepClockAsync(TimeSpan offset)
    {
        lock (_lock)
        {
            return _safe = _journal.Append(new StateChange.ClockMoved(offset));
        }
    }

    /// <summary>Restores the seed.</summary>
    /// <param name="clockOffset">The new offset of the clock.</param>
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

    // A reset may have removed the account since the start of the request.
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
                // The memory has changes that are not saved, so all later calls fail.
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
