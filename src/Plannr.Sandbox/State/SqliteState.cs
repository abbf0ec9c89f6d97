using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.State;

/// <summary>The state in a SQLite file: accounts and connections in their order, each connection as its JSON.</summary>
internal static class SqliteState
{
    public static IReadOnlyList<AccountState> Read(SqliteConnection connection)
    {
        var connections = connection.QueryPairs("SELECT account, json FROM connections ORDER BY position").ToLookup(r => r.Item1, r => (JObject)PlainJson.Read(r.Item2));
        return [.. connection.QueryPairs("SELECT uuid, uuid FROM accounts ORDER BY position").Select(a => new AccountState(Guid.Parse(a.Item1), [.. connections[a.Item1]]))];
    }

    public static void Apply(SqliteConnection connection, StateChange change)
    {
        switch (change)
        {
            case StateChange.Updated updated:
                connection.Execute("UPDATE connections SET json = $json WHERE account = $account AND uuid = $uuid", ("$json", updated.Json), ("$account", $"{updated.Account}"), ("$uuid", $"{updated.Connection}"));
                break;
            case StateChange.Deleted deleted:
                connection.Execute("DELETE FROM connections WHERE account = $account AND uuid = $uuid", ("$account", $"{deleted.Account}"), ("$uuid", $"{deleted.Connection}"));
                break;
            case StateChange.Replaced replaced:
                Replace(connection, replaced.Accounts);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public static void Replace(SqliteConnection connection, IReadOnlyList<AccountState> accounts)
    {
        connection.Execute("DELETE FROM connections; DELETE FROM accounts;");
        foreach (var account in accounts)
        {
            connection.Execute("INSERT INTO accounts (uuid) VALUES ($uuid)", ("$uuid", $"{account.Uuid}"));
            foreach (var item in account.Connections)
            {
                connection.Execute(
                    "INSERT INTO connections (account, uuid, json) VALUES ($account, $uuid, $json)",
                    ("$account", $"{account.Uuid}"),
                    ("$uuid", $"{Guid.Parse(item.Value<string>("uuid")!)}"),
                    ("$json", item.ToString(Formatting.None)));
            }
        }
    }
}
