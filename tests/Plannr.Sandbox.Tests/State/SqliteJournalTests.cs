using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Tests.State;

/// <summary>Tests how changes are written to a data file, without HTTP.</summary>
public sealed class SqliteJournalTests
{
    // Both accounts have resources with the same UUIDs. A change must affect only one of them.
    private static readonly AccountState[] Seed =
    [
        new(Uuid(1), [], [Resource(5, "first"), Resource(6, "first")], [Resource(5, "first")]),
        new(Uuid(2), [], [Resource(5, "second"), Resource(6, "second")], [Resource(5, "second")]),
    ];

    private static readonly StateChange[] Changes =
    [
        new StateChange.Added(ResourceKind.Connection, Uuid(2), Uuid(7), Text(7, "added")),
        new StateChange.Added(ResourceKind.WebhookSubscription, Uuid(2), Uuid(8), Text(8, "added")),
        new StateChange.Updated(ResourceKind.Connection, Uuid(2), Uuid(5), Text(5, "updated")),
        new StateChange.Updated(ResourceKind.WebhookSubscription, Uuid(1), Uuid(5), Text(5, "updated")),
        new StateChange.Deleted(ResourceKind.Connection, Uuid(1), Uuid(6)),
        new StateChange.Deleted(ResourceKind.WebhookSubscription, Uuid(2), Uuid(5)),
        new StateChange.AccountAdded(new AccountState(Uuid(3), new JObject { ["name"] = "added" }, [Resource(5, "third")], [Resource(9, "third")])),
        new StateChange.LoginUpdated(Uuid(1), """{"name":"updated"}"""),
        new StateChange.ClockMoved(TimeSpan.FromHours(1)),
        new StateChange.ClockMoved(TimeSpan.FromHours(2)),
        new StateChange.Replaced([new AccountState(Uuid(4), new JObject { ["name"] = "replaced" }, [Resource(5, "fourth")], [Resource(5, "fourth")])]),
    ];

    [Test]
    public void Every_kind_of_change_is_tested()
        => Assert.That(Changes.Select(c => c.GetType()).Distinct(), Is.EquivalentTo(typeof(StateChange).GetNestedTypes()));

    [Test]
    public async Task File_has_the_new_state_after_each_change()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        var text = new StringBuilder();
        foreach (var change in Changes.Prepend(null))
        {
            var (_, journal) = DataFile.Open(file.Path, Seed);
            await using (journal)
            {
                await (change is null ? Task.CompletedTask : journal.Append(change));
            }

            var (kept, again) = DataFile.Open(file.Path, []);
            await again.DisposeAsync();
            text.Append(CultureInfo.InvariantCulture, $"--- {change?.GetType().Name ?? "the seed"}\nclock {kept.ClockOffset}\n{Describe(kept.Accounts)}");
        }

        await Snapshot.Verify(text.ToString(), "txt");
    }

    [Test]
    public async Task Pending_changes_are_written_before_the_file_is_closed()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        var (_, journal) = DataFile.Open(file.Path, Seed);
        for (var number = 0; number < 100; number++)
        {
            _ = journal.Append(new StateChange.Added(ResourceKind.Connection, Uuid(1), Uuid(100 + number), Text(100 + number, "added")));
        }

        await journal.DisposeAsync();

        Assert.That(() => journal.Append(Changes[0]), Throws.TypeOf<ObjectDisposedException>());
        var (kept, again) = DataFile.Open(file.Path, []);
        await again.DisposeAsync();
        Assert.That(kept.Accounts[0].Connections.Skip(2).Select(ResourceUuid.Of), Is.EqualTo(Enumerable.Range(100, 100).Select(Uuid)));
    }

    [Test]
    public async Task Change_after_a_failed_change_is_written()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        var (_, opened) = DataFile.Open(file.Path, Seed);
        await opened.DisposeAsync();
        // The table is missing for the first change, and exists for the second.
        var connection = new SqliteConnection($"Data Source={file.Path};Pooling=false");
        await connection.OpenAsync();
        connection.Execute("ALTER TABLE clock RENAME TO other");
        await using var journal = new SqliteJournal(connection, "plannr.db");

        Assert.That(
            () => journal.Append(new StateChange.ClockMoved(TimeSpan.FromHours(1))),
            Throws.TypeOf<DataFileException>().With.Message.Contains("plannr.db"));
        connection.Execute("ALTER TABLE other RENAME TO clock");
        await journal.Append(new StateChange.ClockMoved(TimeSpan.FromHours(2)));

        Assert.That(SqliteState.Read(connection).ClockOffset, Is.EqualTo(TimeSpan.FromHours(2)));
    }

    private static string Describe(IEnumerable<AccountState> accounts)
        => string.Concat(accounts.Select(a => $"account {a.Uuid} {Line(a.Login)}\n{Lines("connection", a.Connections)}{Lines("webhook subscription", a.WebhookSubscriptions)}"));

    private static string Lines(string what, IEnumerable<JObject> resources) => string.Concat(resources.Select(r => $"  {what} {Line(r)}\n"));

    private static string Line(JObject json) => json.ToString(Newtonsoft.Json.Formatting.None);

    private static JObject Resource(int number, string label) => new() { ["uuid"] = Uuid(number).ToString(), ["label"] = label };

    private static string Text(int number, string label) => Line(Resource(number, label));

    private static Guid Uuid(int number) => new($"00000000-0000-4000-8000-{number:D12}");
}
