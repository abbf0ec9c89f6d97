using Plannr.Generated;

namespace Plannr.Client.Tests;

/// <summary>Tests the selection of an account from the logins of a user.</summary>
public sealed class AccountTests
{
    private static readonly Guid Employee = new("3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70");
    private static readonly Guid Client = new("a7d01f4b-29c8-4e63-8f1a-0b6c5d9e2f34");
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeProvider Clock = new FixedClock(Now);

    [Test]
    public void GetAccountUuid_with_one_login_returns_the_UUID_of_its_account()
        => Assert.That(Logins(LoginOf(Employee)).GetAccountUuid(timeProvider: Clock), Is.EqualTo(Employee));

    [Test]
    public void GetAccountUuid_with_several_logins_of_one_account_returns_its_UUID()
        => Assert.That(Logins(LoginOf(Employee), LoginOf(Employee)).GetAccountUuid(timeProvider: Clock), Is.EqualTo(Employee));

    [Test]
    public void GetAccountUuid_with_a_predicate_that_one_account_matches_returns_its_UUID()
        => Assert.That(
            Logins(LoginOf(Employee), LoginOf(Client, type: "client", role: "individual")).GetAccountUuid(login => login.Account?.Type == "client", Clock),
            Is.EqualTo(Client));

    [Test]
    public void GetAccountUuid_with_several_accounts_throws_and_lists_them()
    {
        var logins = Logins(LoginOf(Employee), LoginOf(Employee), LoginOf(Client, type: "client", role: "individual", firm: "Other Advisers"));

        var exception = Assert.Throws<PlannrAccountException>(() => logins.GetAccountUuid(timeProvider: Clock))!;

        Assert.That(exception.Message, Is.EqualTo(
            "Several accounts match. Pass a predicate that selects the logins of one account, for example by its type or firm, or set AccountUuid to one of these UUIDs:\n"
            + "  3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70 (employee, admin, Example Advisers)\n"
            + "  a7d01f4b-29c8-4e63-8f1a-0b6c5d9e2f34 (client, individual, Other Advisers)"));
        Assert.That(exception.Candidates, Is.EqualTo(logins.Data));
    }

    [Test]
    public void GetAccountUuid_with_a_predicate_that_no_account_matches_throws_and_lists_all()
    {
        var exception = Assert.Throws<PlannrAccountException>(() => Logins(LoginOf(Employee)).GetAccountUuid(login => login.Primary == true, Clock))!;

        Assert.That(exception.Message, Is.EqualTo(
            "No account matches the predicate. Change the predicate so that it selects the logins of one account, or set AccountUuid to one of these UUIDs:\n"
            + "  3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70 (employee, admin, Example Advisers)"));
        Assert.That(exception.Candidates, Has.Count.EqualTo(1));
    }

    [Test]
    public void GetAccountUuid_exception_contains_no_personal_data()
    {
        var exception = Assert.Throws<PlannrAccountException>(() => Logins(LoginOf(Employee), LoginOf(Client)).GetAccountUuid(timeProvider: Clock))!;

        Assert.That(exception.ToString(), Does.Not.Contain("Robin").And.Not.Contain("Personson").And.Not.Contain("@"));
    }

    [Test]
    public void GetAccountUuid_without_any_login_throws()
    {
        const string Message = "The user of the access token has no login. Use the access token of a user who has a login for the account.";

        Assert.That(() => Logins().GetAccountUuid(), Throws.TypeOf<PlannrAccountException>().With.Message.EqualTo(Message));
        Assert.That(() => new LoginList().GetAccountUuid(), Throws.TypeOf<PlannrAccountException>().With.Message.EqualTo(Message));
    }

    [Test]
    public void GetAccountUuid_ignores_a_login_that_has_expired()
    {
        var logins = Logins(LoginOf(Employee, expiresAt: Now), LoginOf(Client, expiresAt: Now.AddTicks(1)));

        Assert.That(logins.GetAccountUuid(timeProvider: Clock), Is.EqualTo(Client));
    }

    [Test]
    public void GetAccountUuid_without_a_clock_uses_the_system_clock()
    {
        var logins = Logins(LoginOf(Employee, expiresAt: DateTimeOffset.UtcNow.AddHours(-1)), LoginOf(Client, expiresAt: DateTimeOffset.UtcNow.AddHours(1)));

        Assert.That(logins.GetAccountUuid(), Is.EqualTo(Client));
    }

    [Test]
    public void GetAccountUuid_with_only_expired_logins_throws()
        => Assert.That(
            () => Logins(LoginOf(Employee, expiresAt: Now.AddDays(-1)), new Login()).GetAccountUuid(timeProvider: Clock),
            Throws.TypeOf<PlannrAccountException>().With.Message.StartsWith("The user of the access token has no usable login: all 2 have expired, or have no account."));

    [Test]
    public void GetAccountUuid_with_accounts_without_details_lists_their_UUIDs()
    {
        var logins = Logins(new Login { Account = new Account { Uuid = Employee } }, new Login { Account = new Account { Uuid = Client, Type = " " } });

        Assert.That(
            () => logins.GetAccountUuid(),
            Throws.TypeOf<PlannrAccountException>().With.Message.EndsWith($"\n  {Employee}\n  {Client}"));
    }

    [Test]
    public void GetAccountUuid_with_a_line_break_in_the_name_of_a_firm_replaces_it()
    {
        var logins = Logins(LoginOf(Employee, firm: "A\r\nB"), LoginOf(Client));

        Assert.That(() => logins.GetAccountUuid(), Throws.TypeOf<PlannrAccountException>().With.Message.Contains("(employee, admin, A  B)\n"));
    }

    [Test]
    public void GetAccountUuid_with_many_accounts_lists_twenty()
    {
        var logins = Logins([.. Enumerable.Range(0, 23).Select(_ => LoginOf(Guid.NewGuid()))]);

        var exception = Assert.Throws<PlannrAccountException>(() => logins.GetAccountUuid())!;

        Assert.That(exception.Message.Split('\n'), Has.Length.EqualTo(1 + 20 + 1));
        Assert.That(exception.Message, Does.EndWith("\n  and 3 more"));
    }

    [Test]
    public void GetAccountUuid_without_logins_throws()
    {
        Assert.That(() => ((LoginList)null!).GetAccountUuid(), Throws.ArgumentNullException);
        Assert.That(() => ((ILoginsClient)null!).GetAccountUuidAsync(), Throws.ArgumentNullException);
    }

    [TestCase(Construction.Plain)]
    [TestCase(Construction.DependencyInjection)]
    public async Task GetAccountUuidAsync_requests_the_logins_and_returns_the_account(Construction construction)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, PlannrJson.Serialize(Logins(LoginOf(Employee), LoginOf(Client, type: "client")))));
        await using var client = ClientUnderTest.Create(construction, options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = Trial.Token;
        });

        var account = await client.Client.Logins.GetAccountUuidAsync(login => login.Account?.Type == "client");

        Assert.That(account, Is.EqualTo(Client));
        Assert.That(server.Requests.Single(), Does.StartWith("GET /api/v1/logins HTTP/1.1"));
    }

    [Test]
    public void GetAccountUuidAsync_with_a_canceled_token_throws()
    {
        using var client = new PlannrClient(Trial.Token);

        Assert.That(() => client.Logins.GetAccountUuidAsync(cancellationToken: new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Account_of_a_call_takes_precedence_over_the_option()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[]}"""));
        using var client = new PlannrClient(new PlannrClientOptions { BaseAddress = server.BaseAddress, AccessToken = Trial.Token, AccountUuid = Employee });

        await client.WebhookSubscriptions.ListAsync(xPlannrAccountUuid: Client);

        Assert.That(server.Requests.Single(), Does.Contain($"X-PLANNR-ACCOUNT-UUID: {Client}\r\n").And.Not.Contain($"{Employee}"));
    }

    private static LoginList Logins(params Login[] logins) => new() { Data = logins };

    private static Login LoginOf(Guid account, string type = "employee", string role = "admin", string firm = "Example Advisers", DateTimeOffset? expiresAt = null)
        => new()
        {
            Uuid = Guid.NewGuid(),
            FirstName = "Robin",
            LastName = "Personson",
            Email = "robin@example.com",
            ExpiresAt = expiresAt,
            Account = new Account { Uuid = account, Type = type, Role = role, Name = "Robin Personson", Email = "robin@example.com" },
            Firm = new Firm { Name = firm },
        };

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
