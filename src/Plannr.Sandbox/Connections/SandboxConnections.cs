using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Connections;

/// <summary>Connects, refreshes, adds, edits and removes connections outside of the API.</summary>
internal sealed class SandboxConnections(SandboxState state, NewConnection newConnection, ConnectionSchema schema, ExpiryEmails emails, TimeProvider clock)
{
    /// <summary>Creates a connection, like Allow on the consent page.</summary>
    /// <exception cref="SandboxInputException">The provider's name is not valid, or the account is unknown.</exception>
    public Task<(Guid Account, JObject Connection)> ConnectAsync(string provider, string? label, Guid? account)
    {
        var given = new JObject { ["provider"] = new JObject { ["name"] = ProviderName.Checked(provider) } };
        if (label is not null)
        {
            given["label"] = label;
        }

        return AddAsync(given, account);
    }

    /// <summary>Sets new expiry dates of a connection, like Allow on the consent page.</summary>
    /// <exception cref="SandboxInputException">The connection does not exist.</exception>
    public Task<(Guid Account, JObject Connection)> RefreshAsync(Guid uuid, Guid? account) => ChangeAsync(uuid, account, newConnection.SetExpiry);

    /// <summary>Adds a connection.</summary>
    /// <param name="given">The properties in the format of the API. Missing properties have generated values.</param>
    /// <param name="account">The account; null for the default account.</param>
    /// <exception cref="SandboxInputException">A property is not valid, or the account is unknown.</exception>
    public async Task<(Guid Account, JObject Connection)> AddAsync(JObject given, Guid? account)
    {
        schema.Check(given);
        var owner = account ?? state.Accounts[0];
        var connection = newConnection.Complete(given);
        return await state.AddAsync(ResourceKind.Connection, owner, connection) ? (owner, connection) : throw UnknownAccount(owner);
    }

    /// <summary>Edits a connection.</summary>
    /// <param name="uuid">The UUID of the connection.</param>
    /// <param name="account">The account; null for the first account with the connection.</param>
    /// <param name="changes">The changed properties in the format of the API.</param>
    /// <exception cref="SandboxInputException">A property is not valid, or the connection does not exist.</exception>
    public Task<(Guid Account, JObject Connection)> UpdateAsync(Guid uuid, Guid? account, JObject changes)
    {
        schema.Check(changes);
        if (changes.ContainsKey("uuid") && ResourceUuid.Of(changes) != uuid)
        {
            throw new SandboxInputException("uuid", "The UUID of a connection cannot be changed. Delete the connection and add another.");
        }

        var provider = changes["provider"] is JObject given ? newConnection.Provider(given) : null;
        return ChangeAsync(uuid, account, connection =>
        {
            connection.Merge(changes, new JsonMergeSettings { MergeNullValueHandling = MergeNullValueHandling.Merge });
            if (provider is null)
            {
                return;
            }

            connection["provider"] = provider;
            if (!changes.ContainsKey("refresh_authorization_url"))
            {
                connection["refresh_authorization_url"] = AuthorizationUrls.ToRefresh(provider.Value<string>("name")!, uuid);
            }
        });
    }

    /// <summary>Removes a connection.</summary>
    /// <exception cref="SandboxInputException">The connection does not exist.</exception>
    public async Task DeleteAsync(Guid uuid, Guid? account)
    {
        emails.Collect();
        if (!await state.DeleteAsync(ResourceKind.Connection, OwnerOf(uuid, account), uuid))
        {
            throw Unknown(uuid);
        }
    }

    /// <summary>Returns the connections of an account, or of all accounts.</summary>
    /// <exception cref="SandboxInputException">The account is unknown.</exception>
    public async Task<IReadOnlyList<(Guid Account, JObject Connection)>> ListAsync(Guid? account)
    {
        if (account is { } one && !state.Accounts.Contains(one))
        {
            throw UnknownAccount(one);
        }

        var connections = new List<(Guid, JObject)>();
        foreach (var owner in account is { } only ? [only] : state.Accounts)
        {
            connections.AddRange((await state.ListAsync(ResourceKind.Connection, owner)).Select(c => (owner, c)));
        }

        return connections;
    }

    /// <summary>Returns a connection, or null if it does not exist.</summary>
    public async Task<(Guid Account, JObject Connection)?> FindAsync(Guid uuid, Guid? account)
        => (account ?? state.AccountOf(ResourceKind.Connection, uuid)) is { } owner && await state.FindAsync(ResourceKind.Connection, owner, uuid) is { } connection
            ? (owner, connection)
            : null;

    private static SandboxInputException UnknownAccount(Guid account) => new("account", $"There is no account {account} in the sandbox. GET /sandbox/accounts lists the accounts.");

    private static SandboxInputException Unknown(Guid uuid) => new(field: null, $"There is no connection {uuid} in the sandbox. GET /sandbox/connections lists the connections.");

    private async Task<(Guid Account, JObject Connection)> ChangeAsync(Guid uuid, Guid? account, Action<JObject> change)
    {
        // Collects the e-mails that are due by the dates before the change.
        emails.Collect();
        var owner = OwnerOf(uuid, account);
        return await state.UpdateAsync(ResourceKind.Connection, owner, uuid, Apply) is { } connection ? (owner, connection) : throw Unknown(uuid);

        void Apply(JObject connection)
        {
            connection["updated_at"] = UkTime.Now(clock);
            change(connection);
        }
    }

    private Guid OwnerOf(Guid uuid, Guid? account) => account ?? state.AccountOf(ResourceKind.Connection, uuid) ?? throw Unknown(uuid);
}
