using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Clock;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Tests.State;

/// <summary>Tests the state of a sandbox without HTTP and without a data file.</summary>
public sealed class SandboxStateTests : IAsyncDisposable
{
    private static readonly Guid First = Uuid(1);
    private static readonly Guid Second = Uuid(2);

    private readonly AccountState[] _seed =
    [
        new(First, [], [], [Resource(31)]),
        new(Second, new JObject { ["expires_at"] = "2026-06-08T16:08:03+01:00" }, [Resource(21, "one"), Resource(22, "two")], []),
    ];

    private readonly HeldJournal _journal = new();
    private readonly SandboxState _state;

    public SandboxStateTests() => _state = new SandboxState(_seed, _seed, _journal, new SandboxClock(TimeProvider.System, TimeSpan.Zero));

    public ValueTask DisposeAsync() => _state.DisposeAsync();

    private static readonly Dictionary<string, Func<SandboxState, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["list"] = state => state.ListAsync(ResourceKind.Connection, Second),
        ["list of an unknown account"] = state => state.ListAsync(ResourceKind.Connection, Uuid(9)),
        ["find"] = state => state.FindAsync(ResourceKind.Connection, Second, Uuid(21)),
        ["find unknown"] = state => state.FindAsync(ResourceKind.Connection, Second, Uuid(9)),
        ["add"] = state => state.AddAsync(ResourceKind.Connection, Second, Resource(23)),
        ["add to an unknown account"] = state => state.AddAsync(ResourceKind.Connection, Uuid(9), Resource(23)),
        ["update"] = state => state.UpdateAsync(ResourceKind.Connection, Second, Uuid(21), _ => { }),
        ["update unknown"] = state => state.UpdateAsync(ResourceKind.Connection, Second, Uuid(9), _ => { }),
        ["delete"] = state => state.DeleteAsync(ResourceKind.Connection, Second, Uuid(21)),
        ["delete unknown"] = state => state.DeleteAsync(ResourceKind.Connection, Second, Uuid(9)),
        ["add an account"] = state => state.AddAccountAsync(new AccountState(Uuid(3), [], [], [])),
        ["update a login"] = state => state.UpdateLoginAsync(Second, _ => { }),
        ["update an unknown login"] = state => state.UpdateLoginAsync(Uuid(9), _ => { }),
        ["reset"] = state => state.ResetAsync(TimeSpan.Zero),
        ["list logins"] = state => state.ListLoginsAsync(),
    };

    private static IEnumerable<string> CallNames => Calls.Keys;

    // A call changes the state and appends to the journal before it returns its task, so the tests need not wait for it.
    [TestCaseSource(nameof(CallNames))]
    public async Task Call_completes_only_after_all_earlier_changes_are_written(string call)
    {
        _ = _state.KeepClockAsync(TimeSpan.FromHours(1));

        var called = Calls[call](_state);

        Assert.That(called.IsCompleted, Is.False);
        _journal.Release();
        await called;
    }

    [TestCase("add")]
    [TestCase("update")]
    [TestCase("delete")]
    [TestCase("add an account")]
    [TestCase("update a login")]
    [TestCase("reset")]
    public async Task Change_and_all_later_calls_complete_only_after_it_is_written(string change)
    {
        var changed = Calls[change](_state);
        var later = _state.ListLoginsAsync();

        Assert.That((changed.IsCompleted, later.IsCompleted), Is.EqualTo((false, false)));
        _journal.Release();
        await Task.WhenAll(changed, later);
    }

    [Test]
    public async Task Each_change_is_in_the_journal_once_and_in_order()
    {
        _journal.Release();
        await _state.AddAsync(ResourceKind.WebhookSubscription, Second, Resource(32));
        await _state.UpdateAsync(ResourceKind.Connection, Second, Uuid(22), c => c["label"] = "changed");
        await _state.DeleteAsync(ResourceKind.Connection, Second, Uuid(21));
        await _state.UpdateLoginAsync(First, l => l["expires_at"] = null);
        await _state.AddAccountAsync(new AccountState(Uuid(3), [], [], []));
        await _state.KeepClockAsync(TimeSpan.FromHours(1));
        await _state.ResetAsync(TimeSpan.FromHours(2));

        Assert.That(_journal.Changes.Where(c => c is not (StateChange.AccountAdded or StateChange.Replaced)), Is.EqualTo(new StateChange[]
        {
            new StateChange.Added(ResourceKind.WebhookSubscription, Second, Uuid(32), $$"""{"uuid":"{{Uuid(32)}}","label":""}"""),
            new StateChange.Updated(ResourceKind.Connection, Second, Uuid(22), $$"""{"uuid":"{{Uuid(22)}}","label":"changed"}"""),
            new StateChange.Deleted(ResourceKind.Connection, Second, Uuid(21)),
            new StateChange.LoginUpdated(First, """{"expires_at":null}"""),
            new StateChange.ClockMoved(TimeSpan.FromHours(1)),
            new StateChange.ClockMoved(TimeSpan.FromHours(2)),
        }));
        Assert.That(_journal.Changes.OfType<StateChange.AccountAdded>().Single().Account.Uuid, Is.EqualTo(Uuid(3)));
        Assert.That(_journal.Changes.OfType<StateChange.Replaced>().Single().Accounts, Is.SameAs(_seed));
    }

    [Test]
    public async Task Call_that_changes_nothing_is_not_in_the_journal()
    {
        foreach (var call in new[] { "list", "find", "find unknown", "add to an unknown account", "update unknown", "delete unknown", "update an unknown login", "list logins" })
        {
            await Calls[call](_state);
        }

        Assert.That(_journal.Changes, Is.Empty);
    }

    [Test]
    public async Task Result_of_a_call_is_false_or_null_if_there_is_nothing_to_change()
    {
        _journal.Release();

        Assert.That(await _state.AddAsync(ResourceKind.Connection, Second, Resource(23)), Is.True);
        Assert.That(await _state.AddAsync(ResourceKind.Connection, Uuid(9), Resource(23)), Is.False);
        Assert.That(await _state.UpdateAsync(ResourceKind.Connection, Second, Uuid(21), c => c["label"] = "changed"), Has.Property("Count").EqualTo(2));
        Assert.That(await _state.UpdateAsync(ResourceKind.Connection, First, Uuid(21), _ => { }), Is.Null);
        Assert.That(await _state.UpdateAsync(ResourceKind.WebhookSubscription, Second, Uuid(21), _ => { }), Is.Null);
        Assert.That(await _state.DeleteAsync(ResourceKind.Connection, Second, Uuid(21)), Is.True);
        Assert.That(await _state.DeleteAsync(ResourceKind.Connection, Second, Uuid(21)), Is.False);
        Assert.That(await _state.UpdateLoginAsync(First, _ => { }), Is.True);
        Assert.That(await _state.UpdateLoginAsync(Uuid(9), _ => { }), Is.False);
        Assert.That(await _state.FindAsync(ResourceKind.Connection, Second, Uuid(22)), Is.Not.Null);
        Assert.That(await _state.FindAsync(ResourceKind.Connection, First, Uuid(22)), Is.Null);
    }

    [Test]
    public async Task Changes_of_arguments_and_results_do_not_change_the_state()
    {
        _journal.Release();
        var given = Resource(23, "given");
        await _state.AddAsync(ResourceKind.Connection, Second, given);
        JObject[] copies =
        [
            given,
            _seed[1].Connections[0],
            _seed[1].Login,
            .. await _state.ListAsync(ResourceKind.Connection, Second),
            (await _state.FindAsync(ResourceKind.Connection, Second, Uuid(21)))!,
            (await _state.UpdateAsync(ResourceKind.Connection, Second, Uuid(22), _ => { }))!,
            .. _state.Connections.Select(c => c.Connection),
            .. (await _state.ListLoginsAsync()).Select(l => l.Login),
        ];
        var before = await EverythingAsync();

        Array.ForEach(copies, c => c["changed"] = true);

        Assert.That(await EverythingAsync(), Is.EqualTo(before));

        async Task<string> EverythingAsync() => string.Join('\n', _state.Connections.Select(c => c.Connection).Concat((await _state.ListLoginsAsync()).Select(l => l.Login)));
    }

    [Test]
    public void AccountOf_returns_the_account_of_a_resource()
    {
        Assert.That(_state.AccountOf(ResourceKind.Connection, Uuid(22)), Is.EqualTo(Second));
        Assert.That(_state.AccountOf(ResourceKind.WebhookSubscription, Uuid(31)), Is.EqualTo(First));
        Assert.That(_state.AccountOf(ResourceKind.Connection, Uuid(31)), Is.Null);
        Assert.That(_state.FirstConnection, Is.EqualTo(Uuid(21)));
    }

    [Test]
    public async Task FindProvider_returns_a_copy_from_the_first_connection_with_the_provider()
    {
        _journal.Release();
        await _state.AddAsync(ResourceKind.Connection, Second, Provided(23, "old", "Old"));
        await _state.AddAsync(ResourceKind.Connection, Second, Provided(24, "new", "First"));
        await _state.AddAsync(ResourceKind.Connection, Second, Provided(25, "new", "Second"));

        var provider = _state.FindProvider("new")!;
        Assert.That(provider.Value<string>("label"), Is.EqualTo("First"));
        Assert.That(_state.FindProvider("none"), Is.Null);

        provider["label"] = "Changed";
        Assert.That(_state.FindProvider("new")!.Value<string>("label"), Is.EqualTo("First"));
    }

    [Test]
    public void Add_with_an_existing_UUID_throws_and_changes_nothing()
    {
        Assert.That(Refusal(() => _state.AddAsync(ResourceKind.Connection, Second, Resource(21))), Is.EqualTo(("uuid", $"The account {Second} already has {Uuid(21)}. Leave the UUID out for a random one.")));
        Assert.That(Refusal(() => _state.AddAccountAsync(new AccountState(First, [], [], []))), Is.EqualTo(("uuid", $"There is already an account {First} in the sandbox. Leave the UUID out for a random one.")));
        Assert.That(
            Refusal(() => _state.AddAccountAsync(new AccountState(Uuid(3), [], [], [Resource(33), Resource(31)]))),
            Is.EqualTo(("webhook_subscriptions", $"There is already a webhook subscription {Uuid(31)} in the sandbox.")));

        Assert.That(_state.Accounts, Is.EqualTo(new[] { First, Second }));
        Assert.That(_journal.Changes, Is.Empty);

        static (string?, string) Refusal(Func<Task> call) => Assert.ThrowsAsync<SandboxInputException>(call) is var exception ? (exception!.Field, exception.Message) : default;
    }

    [Test]
    public async Task Reset_restores_the_seed()
    {
        _journal.Release();
        await _state.AddAccountAsync(new AccountState(Uuid(3), [], [Resource(41)], []));
        await _state.DeleteAsync(ResourceKind.Connection, Second, Uuid(21));
        await _state.UpdateLoginAsync(First, l => l["expires_at"] = null);

        Assert.That(_state.Accounts, Is.EqualTo(new[] { First, Second, Uuid(3) }));
        await _state.ResetAsync(TimeSpan.Zero);

        Assert.That(_state.Accounts, Is.EqualTo(new[] { First, Second }));
        Assert.That(_state.Connections.Select(c => ResourceUuid.Of(c.Connection)), Is.EqualTo(new[] { Uuid(21), Uuid(22) }));
        Assert.That((await _state.ListLoginsAsync())[0].Login, Is.Empty);
        Assert.That(await _state.ListAsync(ResourceKind.Connection, Uuid(3)), Is.Empty);
    }

    private static JObject Resource(int number, string label = "") => new() { ["uuid"] = Uuid(number).ToString(), ["label"] = label };

    private static JObject Provided(int number, string name, string label)
        => new() { ["uuid"] = Uuid(number).ToString(), ["provider"] = new JObject { ["name"] = name, ["label"] = label } };

    private static Guid Uuid(int number) => new($"00000000-0000-4000-8000-{number:D12}");

    /// <summary>Records changes, and completes their tasks after <see cref="Release"/>.</summary>
    private sealed class HeldJournal : IStateJournal
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<StateChange> Changes { get; } = [];

        public void Release() => _released.SetResult();

        public Task Append(StateChange change)
        {
            Changes.Add(change);
            return _released.Task;
        }

        public void OnLoss(Action<Func<KeptState?>> restore)
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
