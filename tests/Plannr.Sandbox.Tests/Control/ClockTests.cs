using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Control;

/// <summary>Tests the clock of the sandbox.</summary>
public sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2027, 5, 1, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task AdvanceTime_moves_the_time_of_the_API_and_adds_it_to_responses_as_a_header()
    {
        await using var sandbox = await StartAsync();
        Assert.That((await sandbox.PutAsync("{}")).Headers.Keys, Has.None.EqualTo("X-Plannr-Sandbox-Time"));

        sandbox.AdvanceTime(TimeSpan.FromDays(1));

        var reply = await sandbox.PutAsync("{}");
        Assert.That(JObject.Parse(reply.Body).Value<DateTime>("updated_at").ToUniversalTime(), Is.EqualTo(Start.UtcDateTime.AddDays(1)));
        Assert.That(reply.Headers["X-Plannr-Sandbox-Time"], Is.EqualTo("2027-05-02T09:00:00.0000000+00:00"));
        Assert.That(sandbox.TimeProvider.GetUtcNow(), Is.EqualTo(Start.AddDays(1)));
    }

    [Test]
    public async Task Rate_limit_is_reset_after_the_time_in_Retry_After()
    {
        await using var sandbox = await StartAsync(new PlannrSandboxOptions { RateLimit = 1, TimeProvider = new FakeTimeProvider(Start) });
        await sandbox.ListAsync();
        sandbox.AdvanceTime(TimeSpan.FromSeconds(20.5));
        var refused = await sandbox.ListAsync();

        Assert.That((refused.Status, refused.Headers["Retry-After"], refused.Headers["X-Ratelimit-Remaining"]), Is.EqualTo((429, "40", "0")));

        sandbox.AdvanceTime(TimeSpan.FromSeconds(40));
        Assert.That((await sandbox.ListAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Timers_fire_when_the_clock_moves_past_them()
    {
        await using var sandbox = await StartAsync();
        var wait = Task.Delay(TimeSpan.FromHours(1), sandbox.TimeProvider);
        var longer = Task.Delay(TimeSpan.FromHours(3), sandbox.TimeProvider);
        var periods = 0;
        await using var periodic = sandbox.TimeProvider.CreateTimer(_ => Interlocked.Increment(ref periods), null, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

        sandbox.AdvanceTime(TimeSpan.FromMinutes(59));
        Assert.That((wait.IsCompleted, periods), Is.EqualTo((false, 1)));

        sandbox.AdvanceTime(TimeSpan.FromHours(1));
        await wait;
        Assert.That((longer.IsCompleted, periods), Is.EqualTo((false, 2)));
    }

    [Test]
    public async Task Emails_are_sent_14_and_7_days_before_a_connection_expires_and_when_it_expires()
    {
        await using var sandbox = await StartAsync(new PlannrSandboxOptions { TimeProvider = new FakeTimeProvider(Start), Accounts = [new SandboxAccount(Guid.NewGuid(), [])] });
        var connection = await sandbox.ConnectAsync("fundment", "Ours");
        var expiry = connection.RefreshTokenExpiresAt!.Value;

        Assert.That(sandbox.AdvanceTime(TimeSpan.FromDays(350)), Is.Empty);
        var first = sandbox.AdvanceTime(TimeSpan.FromDays(3));
        var rest = sandbox.AdvanceTime(TimeSpan.FromDays(30));

        Assert.That(first, Is.EqualTo(new[] { new SandboxEmail(SandboxEmailKind.ExpiresIn14Days, expiry.AddDays(-14), sandbox.DefaultAccount, connection.Uuid!.Value, "fundment", "Ours", expiry) }));
        Assert.That(rest.Select(e => (e.Kind, e.SentAt)), Is.EqualTo(new[] { (SandboxEmailKind.ExpiresIn7Days, expiry.AddDays(-7)), (SandboxEmailKind.Expired, expiry) }));
        Assert.That(sandbox.Emails, Is.EqualTo(first.Concat(rest)));
    }

    [Test]
    public async Task Connection_that_is_refreshed_in_time_gets_no_further_emails()
    {
        var clock = new FakeTimeProvider(Start);
        await using var sandbox = await StartAsync(new PlannrSandboxOptions { TimeProvider = clock, Accounts = [new SandboxAccount(Guid.NewGuid(), [])] });
        var connection = await sandbox.ConnectAsync("fundment");
        // The system clock moves too, and no call reads the e-mails before the refresh.
        clock.Advance(TimeSpan.FromDays(355));
        await sandbox.RefreshAsync(connection.Uuid!.Value);

        sandbox.AdvanceTime(TimeSpan.FromDays(30));

        Assert.That(sandbox.Emails.Select(e => e.Kind), Is.EqualTo(new[] { SandboxEmailKind.ExpiresIn14Days }));
    }

    [Test]
    public async Task Connection_with_a_blank_expiry_gets_no_emails()
    {
        await using var sandbox = await StartAsync(new PlannrSandboxOptions
        {
            TimeProvider = new FakeTimeProvider(Start),
            Accounts = [new SandboxAccount(Guid.NewGuid(), [new OAuthConnection { Uuid = Guid.NewGuid(), RefreshTokenExpiresAt = null }, new OAuthConnection { Uuid = Guid.NewGuid() }])],
        });

        Assert.That(sandbox.AdvanceTime(TimeSpan.FromDays(10_000)), Is.Empty);
    }

    [TestCase("""{"advance":"14d"}""", "2027-05-15T09:00:00.0000000+00:00", 1_209_600)]
    [TestCase("""{"advance":"1h30m"}""", "2027-05-01T10:30:00.0000000+00:00", 5_400)]
    [TestCase("""{"now":"2028-01-01T00:00:00+01:00"}""", "2027-12-31T23:00:00.0000000+00:00", 21_132_000)]
    public async Task Clock_can_be_moved_over_HTTP(string body, string now, int offset)
    {
        await using var sandbox = await StartAsync();

        var moved = await sandbox.SendAsync("POST", "/sandbox/clock", body);
        var read = await sandbox.SendAsync("GET", "/sandbox/clock");

        Assert.That(moved.Headers["X-Plannr-Sandbox"], Is.EqualTo("simulation"));
        var clock = (JObject)Validation.PlainJson.Read(read.Body);
        Assert.That(((string?)clock["now"], (int)clock["offset_seconds"]!), Is.EqualTo((now, offset)));
        Assert.That(moved.Body, Does.StartWith(read.Body[..60]));
    }

    [Test]
    public async Task Move_over_HTTP_returns_the_emails_of_the_skipped_time()
    {
        await using var sandbox = await StartAsync();

        var moved = await sandbox.SendAsync("POST", "/sandbox/clock", """{"now":"2027-06-10T00:00:00Z"}""");

        Assert.That(JObject.Parse(moved.Body)["emails"]!.Select(e => (string?)e["kind"]), Is.EqualTo(new[] { "expires_in_14_days", "expires_in_7_days", "expired" }));
        Assert.That(JObject.Parse((await sandbox.SendAsync("GET", "/sandbox/emails")).Body)["data"]!.Count(), Is.EqualTo(3));
    }

    [TestCase("""{"advance":"-1d"}""", "'-1d' is not a duration. Write it as 14d, 1h30m, 90s or 250ms.")]
    [TestCase("""{"advance":"2 weeks"}""", "'2 weeks' is not a duration.")]
    [TestCase("""{"advance":"3000000d"}""", "'3000000d' is not a duration.")]
    [TestCase("""{"advance":14}""", "The advance field must be a string.")]
    [TestCase("""{"now":"2027-04-30T00:00:00Z"}""", "The clock cannot be moved back from 2027-05-01")]
    [TestCase("""{"now":"tomorrow"}""", "'tomorrow' is not a timestamp.")]
    [TestCase("""{"now":"9999-01-01T00:00:00Z"}""", "The clock cannot be moved beyond 9000-01-01")]
    [TestCase("""{"now":"2028-01-01T00:00:00Z","advance":"1d"}""", "The body must have either advance or now")]
    [TestCase("""{}""", "The body must have either advance or now")]
    [TestCase("""{"advanced":"1d"}""", "The advanced field is unknown. Did you mean 'advance'? The fields are advance, now.")]
    public async Task Invalid_move_over_HTTP_returns_422_with_the_problem(string body, string message)
    {
        await using var sandbox = await StartAsync();

        var reply = await sandbox.SendAsync("POST", "/sandbox/clock", body);

        Assert.That(reply.Status, Is.EqualTo(422));
        Assert.That(JObject.Parse(reply.Body).Value<string>("message"), Does.StartWith(message));
        Assert.That(sandbox.TimeProvider.GetUtcNow(), Is.EqualTo(Start));
    }

    [Test]
    public async Task AdvanceTime_with_a_negative_time_throws()
    {
        await using var sandbox = await StartAsync();

        Assert.That(Assert.Catch<ArgumentException>(() => sandbox.AdvanceTime(TimeSpan.FromSeconds(-1)))!.Message, Does.StartWith("The clock cannot be moved back"));
    }

    [Test]
    public async Task Data_file_keeps_the_clock_until_an_option_or_a_reset_sets_it()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        var time = new FakeTimeProvider(Start);
        await using (var first = await StartAsync(new PlannrSandboxOptions { DataFile = file.Path, TimeProvider = time }))
        {
            first.AdvanceTime(TimeSpan.FromDays(2));
            first.AdvanceTime(TimeSpan.FromDays(3));
        }

        await using (var second = await StartAsync(new PlannrSandboxOptions { DataFile = file.Path, TimeProvider = time }))
        {
            Assert.That(second.TimeProvider.GetUtcNow(), Is.EqualTo(Start.AddDays(5)));
        }

        await using (var third = await StartAsync(new PlannrSandboxOptions { DataFile = file.Path, TimeProvider = time, ClockOffset = TimeSpan.FromDays(-7) }))
        {
            Assert.That(third.TimeProvider.GetUtcNow(), Is.EqualTo(Start.AddDays(-7)));
            third.AdvanceTime(TimeSpan.FromDays(1));
            await third.ResetAsync();
            Assert.That(third.TimeProvider.GetUtcNow(), Is.EqualTo(Start.AddDays(-7)));
        }

        await using var fourth = await StartAsync(new PlannrSandboxOptions { DataFile = file.Path, TimeProvider = time });
        Assert.That(fourth.TimeProvider.GetUtcNow(), Is.EqualTo(Start.AddDays(-7)));
    }

    private static Task<PlannrSandbox> StartAsync(PlannrSandboxOptions? options = null)
        => PlannrSandbox.StartAsync(options ?? new PlannrSandboxOptions { TimeProvider = new FakeTimeProvider(Start) });
}
