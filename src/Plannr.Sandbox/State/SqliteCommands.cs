using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Plannr.Sandbox.State;

/// <summary>Runs SQL commands.</summary>
internal static class SqliteCommands
{
    public static int Execute(this SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Create(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static long Query(this SqliteConnection connection, string sql)
    {
        using var command = Create(connection, sql, []);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static string QueryText(this SqliteConnection connection, string sql)
    {
        using var command = Create(connection, sql, []);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    public static IReadOnlyList<(string, string)> QueryPairs(this SqliteConnection connection, string sql)
    {
        using var command = Create(connection, sql, []);
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }

    private static SqliteCommand Create(SqliteConnection connection, string sql, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // All texts are constants. Values from requests are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
