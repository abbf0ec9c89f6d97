using System.Net;

namespace Plannr.Sandbox.Tests;

/// <summary>Starting and stopping.</summary>
public sealed class StartTests
{
    [Test]
    public async Task Sandboxes_listen_on_the_loopback_interface_side_by_side()
    {
        await using var first = await PlannrSandbox.StartAsync();
        await using var second = await PlannrSandbox.StartAsync();

        Assert.That(first.BaseAddress.IsLoopback && second.BaseAddress.IsLoopback, Is.True);
        Assert.That(first.BaseAddress, Is.Not.EqualTo(second.BaseAddress));
    }

    [Test]
    public async Task A_port_that_is_taken_is_said_to_be()
    {
        await using var first = await PlannrSandbox.StartAsync();

        var exception = Assert.ThrowsAsync<IOException>(() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { Port = first.BaseAddress.Port }));

        Assert.That(exception!.Message, Does.Contain("address already in use"));
    }

    [Test]
    public void An_address_of_another_machine_is_said_to_be_none_of_this_one()
    {
        var options = new PlannrSandboxOptions { ListenAddress = IPAddress.Parse("192.0.2.1") };

        Assert.That(Assert.ThrowsAsync<IOException>(() => PlannrSandbox.StartAsync(options))!.Message, Does.StartWith("Failed to bind to address 192.0.2.1, port 0: "));
    }

    [Test]
    public async Task Where_it_listens_on_any_address_it_is_reached_on_this_machine()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { ListenAddress = IPAddress.Any });

        Assert.That(sandbox.BaseAddress.Host, Is.EqualTo("127.0.0.1"));
        Assert.That((await sandbox.ListAsync()).Status, Is.EqualTo(200));
    }

    private static readonly Dictionary<string, PlannrSandboxOptions> Mistakes = new()
    {
        ["The port is 65536, but"] = new() { Port = 65536 },
        ["The rate limit is -1, but"] = new() { RateLimit = -1 },
        ["An access token must not be empty, and must contain only ASCII"] = new() { Token = "a b" },
        ["An access token must not be empty"] = new() { OtherTokens = [""] },
        ["The signing secret of webhooks must not be empty"] = new() { WebhookSigningSecret = "" },
        ["The capacity of the journal is -1, but"] = new() { JournalCapacity = -1 },
        ["The offset of the clock is"] = new() { ClockOffset = TimeSpan.FromDays(400_000) },
        ["'http://sandbox' is not a host name."] = new() { AllowedHosts = ["http://sandbox"] },
        ["SeedFile and Accounts cannot be combined"] = new() { SeedFile = "seed.json", Accounts = [] },
    };

    private static IEnumerable<string> SaidOfMistakes => Mistakes.Keys;

    [TestCaseSource(nameof(SaidOfMistakes))]
    public void An_option_that_is_not_right_is_named(string message)
        => Assert.That(Assert.ThrowsAsync<ArgumentException>(() => PlannrSandbox.StartAsync(Mistakes[message]))!.Message, Does.StartWith(message));

    [Test]
    public async Task A_sandbox_that_is_disposed_listens_no_more()
    {
        var sandbox = await PlannrSandbox.StartAsync();
        await sandbox.DisposeAsync();
        using var httpClient = new HttpClient();

        Assert.ThrowsAsync<HttpRequestException>(() => httpClient.GetAsync(sandbox.BaseAddress));
    }
}
