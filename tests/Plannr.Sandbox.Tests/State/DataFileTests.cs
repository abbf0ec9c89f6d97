using Microsoft.Data.Sqlite;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.State;

/// <summary>Tests sandboxes that keep their state in a data file.</summary>
public sealed class DataFileTests
{
    [Test]
    public async Task Sandbox_continues_with_the_connections_of_the_data_file()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        var options = new PlannrSandboxOptions
        {
            DataFile = file.Path,
            Accounts =
            [
                new SandboxAccount(Uuid(1), [Connection(3), Connection(2), Connection(4)]),
                new SandboxAccount(Uuid(2), [Connection(2)]),
            ],
        };
        string before;
        await using (var first = await PlannrSandbox.StartAsync(options))
        {
            await first.PutAsync("""{"label":"Ünïcode \u0000 '; DROP TABLE connections; --"}""");
            await first.SendAsync("DELETE", $"{SandboxCalls.Connections}/{Uuid(2)}");
            before = (await first.ListAsync()).Body;
        }

        await using var second = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = file.Path });

        Assert.That((await second.ListAsync()).Body, Is.EqualTo(before));
        Assert.That(JObject.Parse(before)["data"]!.Count(), Is.EqualTo(2));
        Assert.That(second.DefaultAccount, Is.EqualTo(Uuid(1)));
        Assert.That((await second.ListAsync(("X-PLANNR-ACCOUNT-UUID", Uuid(2).ToString()))).Body, Does.Contain(Uuid(2).ToString()));
    }

    [Test]
    public async Task Sandbox_continues_with_the_logins_and_webhook_subscriptions_of_the_data_file()
    {
        const string Path = "/api/v2/webhook-subscriptions";
        await using var file = TemporaryFile.Named("plannr.db");
        await using var receiver = await Receiver.StartAsync();
        var options = new PlannrSandboxOptions
        {
            DataFile = file.Path,
            Accounts = [new SandboxAccount(Uuid(1), []), new SandboxAccount(Uuid(2), []) { Login = new Login { Firm = new Firm { Name = "Ada's" } } }],
        };
        (string, string) before;
        await using (var first = await PlannrSandbox.StartAsync(options))
        {
            var created = await first.SendAsync("POST", Path, $$"""{"url":"{{receiver.Url}}","events":["plan.created"]}""");
            var uuid = JObject.Parse(created.Body).Value<string>("uuid")!;
            await first.SendAsync("PUT", $"{Path}/{uuid}", """{"events":["plan.created","plan.deleted"]}""");
            await first.SendWebhookAsync(new Guid(uuid), WebhookEvent.PlanDeleted, "{}");
            before = ((await first.SendAsync("GET", Path)).Body, (await first.SendAsync("GET", "/api/v1/logins")).Body);
        }

        await using var second = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = file.Path });

        Assert.That(before.Item1, Does.Contain("plan.deleted").And.Not.Contain("\"last_outgoing_webhook_call_at\":null"));
        Assert.That(before.Item2, Does.Contain("Ada's"));
        Assert.That(((await second.SendAsync("GET", Path)).Body, (await second.SendAsync("GET", "/api/v1/logins")).Body), Is.EqualTo(before));
    }

    [Test]
    public async Task Data_file_of_version_1_is_migrated()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        await ExecuteAsync(file.Path, $$"""
            PRAGMA application_id = 0x506C6E72; PRAGMA user_version = 1;
            CREATE TABLE accounts (position INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE);
            CREATE TABLE connections (position INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, uuid TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (account, uuid));
            INSERT INTO accounts (uuid) VALUES ('{{Uuid(1)}}');
            INSERT INTO connections (account, uuid, json) VALUES ('{{Uuid(1)}}', '{{Uuid(2)}}', '{"uuid":"{{Uuid(2)}}","label":"Old"}');
            """);
        var options = new PlannrSandboxOptions { DataFile = file.Path };
        await using (var first = await PlannrSandbox.StartAsync(options))
        {
            Assert.That((await first.ListAsync()).Body, Is.EqualTo($$"""{"data":[{"uuid":"{{Uuid(2)}}","label":"Old"}]}"""));
            Assert.That((await first.SendAsync("POST", "/api/v2/webhook-subscriptions", """{"url":"http://127.0.0.1/","events":[]}""")).Status, Is.EqualTo(201));
        }

        // The file has the current version now.
        await using var second = await PlannrSandbox.StartAsync(options);

        Assert.That(JObject.Parse((await second.SendAsync("GET", "/api/v2/webhook-subscriptions")).Body)["data"]!.Count(), Is.EqualTo(1));
        Assert.That(JObject.Parse((await second.SendAsync("GET", "/api/v1/logins")).Body)["data"]!.Single()["account"]!.Value<string>("uuid"), Is.EqualTo(Uuid(1).ToString()));
    }

    // Version 3 is the current one.
    [TestCase(-1)]
    [TestCase(0)]
    [TestCase(4)]
    [TestCase(99)]
    public async Task Data_file_of_an_unknown_version_is_refused(int version)
    {
        await using var file = TemporaryFile.Named("plannr.db");
        await ExecuteAsync(file.Path, $"PRAGMA application_id = 0x506C6E72; PRAGMA user_version = {version}; CREATE TABLE accounts (name TEXT)");

        Assert.That(MessageFor(file.Path), Does.StartWith($"{file.Path}: the file is a SQLite database, but not a data file of this version of the sandbox."));
    }

    [Test]
    public async Task Reset_is_kept_in_the_data_file()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        var options = new PlannrSandboxOptions { DataFile = file.Path };
        await using (var first = await PlannrSandbox.StartAsync(options))
        {
            await first.SendAsync("DELETE", first.ExamplePath());
            await first.ResetAsync();
        }

        await using var second = await PlannrSandbox.StartAsync(options);

        Assert.That((await second.ListAsync()).Body, Does.Contain("My Fundment Account 1"));
    }

    [Test]
    public async Task Data_file_that_another_sandbox_uses_is_refused()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        await using var first = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = file.Path });

        Assert.That(FailureFor(file.Path), Is.EqualTo($"{file.Path}: another sandbox uses the file. Stop that sandbox, or use another file."));
    }

    [Test]
    public async Task File_that_is_not_a_SQLite_database_is_refused_and_not_changed()
    {
        await using var text = await TemporaryFile.CreateAsync("notes.txt", new string('x', 5000));
        Assert.That(MessageFor(text.Path), Is.EqualTo($"{text.Path}: the file is not a SQLite database. Use another file, or a name that does not exist yet."));
        Assert.That(await File.ReadAllTextAsync(text.Path), Is.EqualTo(new string('x', 5000)));
    }

    [Test]
    public async Task SQLite_database_of_another_application_is_refused()
    {
        await using var file = TemporaryFile.Named("other.db");
        await ExecuteAsync(file.Path, "CREATE TABLE accounts (name TEXT)");

        Assert.That(MessageFor(file.Path), Does.StartWith($"{file.Path}: the file is a SQLite database, but not a data file of this version of the sandbox."));
    }

    [Test]
    public async Task Data_file_in_a_missing_folder_is_refused()
    {
        await using var file = TemporaryFile.Named("none/plannr.db");

        Assert.That(FailureFor(file.Path), Does.StartWith($"{file.Path}: the file cannot be opened or created."));
    }

    [TestCase(4096)]
    [TestCase(-4096)]
    [TestCase(-1)]
    public async Task Truncated_data_file_is_refused_and_not_changed(int length)
    {
        await using var file = TemporaryFile.Named("plannr.db");
        await using (await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = file.Path, Accounts = [new SandboxAccount(Uuid(1), [.. Enumerable.Range(1, 100).Select(Connection)])] }))
        {
        }

        var whole = await File.ReadAllBytesAsync(file.Path);
        var cut = whole[..(length > 0 ? length : whole.Length + length)];
        await File.WriteAllBytesAsync(file.Path, cut);

        Assert.That(FailureFor(file.Path), Does.StartWith($"{file.Path}: the file is damaged or incomplete (").And.EndWith("). Restore it from a backup, or use another file."));
        Assert.That(await File.ReadAllBytesAsync(file.Path), Is.EqualTo(cut));
    }

    [TestCase("UPDATE connections SET json = substr(json, 1, 20)")]
    [TestCase("UPDATE accounts SET uuid = 'x'")]
    public async Task Data_file_with_damaged_values_is_refused(string damage)
    {
        await using var file = TemporaryFile.Named("plannr.db");
        await using (await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = file.Path }))
        {
        }

        await ExecuteAsync(file.Path, damage);

        Assert.That(FailureFor(file.Path), Does.StartWith($"{file.Path}: the file is damaged or incomplete ("));
    }

    private static async Task ExecuteAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only tests pass SQL to this method.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string MessageFor(string path)
        => Assert.ThrowsAsync<InvalidDataException>(() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = path }))!.Message;

    private static string FailureFor(string path)
        => Assert.CatchAsync<IOException>(() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = path }))!.Message;

    private static OAuthConnection Connection(int number) => new() { Uuid = Uuid(number) };

    private static Guid Uuid(int number) => new($"00000000-0000-4000-8000-{number:D12}");
}
