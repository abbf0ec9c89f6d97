using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.State;

/// <summary>Reads and writes the state in a SQLite file: accounts and their resources in their order, as JSON.</summary>
internal static class SqliteState
{
    public static KeptState Read(SqliteConnection connection) => new(ReadAccounts(connection), ReadClock(connection));

    public static void Apply(SqliteConnection connection, StateChange change)
    {
        switch (change)
        {
            case StateChange.Added added:
                Insert(connection, added.Kind, added.Account, added.Uuid, added.Json);
                break;
            case StateChange.Updated updated:
                connection.Execute($"UPDATE {Table(updated.Kind)} SET json = $json WHERE account = $account AND uuid = $uuid", ("$json", updated.Json), ("$account", $"{updated.Account}"), ("$uuid", $"{updated.Uuid}"));
                break;
            case StateChange.Deleted deleted:
                connection.Execute($"DELETE FROM {Table(deleted.Kind)} WHERE account = $account AND uuid = $uuid", ("$account", $"{deleted.Account}"), ("$uuid", $"{deleted.Uuid}"));
                break;
            case StateChange.Replaced replaced:
                Replace(connection, replaced.Accounts);
                break;
            case StateChange.AccountAdded added:
                Insert(connection, added.Account);
                break;
            case StateChange.LoginUpdated updated:
                connection.Execute("UPDATE accounts SET login = $login WHERE uuid = $uuid", ("$login", updated.Json), ("$uuid", $"{updated.Account}"));
                break;
            case StateChange.ClockMoved moved:
                connection.Execute("INSERT OR REPLACE INTO clock (id, offset) VALUES (1, $offset)", ("$offset", moved.Offset.Ticks));
                break;
            default:
                throw new UnreachableException();
        }
    }

    public static void Replace(SqliteConnection connection, IReadOnlyList<AccountState> accounts)
    {
        connection.Execute("DELETE FROM webhook_subscriptions; DELETE FROM connections; DELETE FROM accounts;");
        foreach (var account in accounts)
        {
            Insert(connection, account);
        }
    }

    private static IReadOnlyList<AccountState> ReadAccounts(SqliteConnection connection)
    {
        var connections = ReadResources(connection, ResourceKind.Connection);
        var subscriptions = ReadResources(connection, ResourceKind.WebhookSubscription);
        return [.. connection.QueryPairs("SELECT uuid, login FROM accounts ORDER BY position")
            .Select(a => new AccountState(Guid.Parse(a.Item1), (JObject)PlainJson.Read(a.Item2), [.. connections[a.Item1]], [.. subscriptions[a.Item1]]))];
    }

    // The offset is zero unless the clock was moved.
    private static TimeSpan ReadClock(SqliteConnection connection) => new(connection.Query("SELECT coalesce(max(offset), 0) FROM clock"));

    private static ILookup<string, JObject> ReadResources(SqliteConnection connection, ResourceKind kind)
        => connection.QueryPairs($"SELECT account, json FROM {Table(kind)} ORDER BY position").ToLookup(r => r.Item1, r => (JObject)PlainJson.Read(r.Item2));

    private static void Insert(SqliteConnection connection, AccountState account)
    {
        connection.Execute("INSERT INTO accounts (uuid, login) VALUES ($uuid, $login)", ("$uuid", $"{account.Uuid}"), ("$login", account.Login.ToString(Formatting.None)));
        foreach (var kind in Enum.GetValues<ResourceKind>())
        {
            foreach (var resource in account.Of(kind))
            {
                Insert(connection, kind, account.Uuid, ResourceUuid.Of(resource), resource.ToString(Formatting.None));
            }
        }
    }

    private static void Insert(SqliteConnection connection, ResourceKind kind, Guid account, Guid uuid, string json)
        => connection.Execute(
            $"INSERT INTO {Table(kind)} (account, uuid, json) VALUES ($account, $uuid, $json)", ("$account", $"{account}"), ("$uuid", $"{uuid}"), ("$json", json));

    private static string Table(ResourceKind kind) => kind == ResourceKind.Connection ? "connections" : "webhook_subscriptions";
}
