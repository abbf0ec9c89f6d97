using System.Net;

namespace Plannr.Sandbox.Tests;

/// <summary>Tests how a sandbox starts and stops.</summary>
public sealed class StartTests
{
    [Test]
    public async Task Sandboxes_listen_on_different_ports_of_the_loopback_interface()
    {
        await using var first = await PlannrSandbox.StartAsync();
        await using var second = await PlannrSandbox.StartAsync();

        Assert.That(first.BaseAddress.IsLoopback && second.BaseAddress.IsLoopback, Is.True);
        Assert.That(first.BaseAddress, Is.Not.EqualTo(second.BaseAddress));
    }

    [Test]
    public async Task Port_in_use_throws_IOException()
    {
        await using var first = await PlannrSandbox.StartAsync();

        var exception = Assert.ThrowsAsync<IOException>(() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { Port = first.BaseAddress.Port }));

        Assert.That(exception!.Message, Does.Contain("address already in use"));
    }

    [Test]
    public void Address_of_another_machine_throws_IOException()
    {
        var options = new PlannrSandboxOptions { ListenAddress = IPAddress.Parse("192.0.2.1") };

        Assert.That(Assert.ThrowsAsync<IOException>(() => PlannrSandbox.StartAsync(options))!.Message, Does.StartWith("Failed to bind to address 192.0.2.1, port 0: "));
    }

    [Test]
    public async Task Sandbox_on_all_interfaces_has_a_loopback_base_address()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { ListenAddress = IPAddress.Any });

        Assert.That(sandbox.BaseAddress.Host, Is.EqualTo("127.0.0.1"));
        Assert.That((await sandbox.ListAsync()).Status, Is.EqualTo(200));
    }

    private static readonly Dictionary<string, PlannrSandboxOptions> InvalidOptions = new()
    {
        ["The port is 65536. Set it to a value between"] = new() { Port = 65536 },
        ["The rate limit is -1. Set it to"] = new() { RateLimit = -1 },
        ["An access token must not be empty, and must contain only ASCII"] = new() { Token = "a b" },
        ["An access token must not be empty"] = new() { OtherTokens = [""] },
        ["The signing secret of webhooks must not be empty"] = new() { WebhookSigningSecret = "" },
        ["The capacity of the journal is -1. Set it to"] = new() { JournalCapacity = -1 },
        ["The offset of the clock is"] = new() { ClockOffset = TimeSpan.FromDays(400_000) },
        ["'http://sandbox' is not a host name."] = new() { AllowedHosts = ["http://sandbox"] },
        ["SeedFile and Accounts cannot be combined"] = new() { SeedFile = "seed.json", Accounts = [] },
    };

    private static IEnumerable<string> Messages => InvalidOptions.Keys;

    [TestCaseSource(nameof(Messages))]
    public void Invalid_option_throws_ArgumentException_with_the_problem(string message)
        => Assert.That(Assert.ThrowsAsync<ArgumentException>(() => PlannrSandbox.StartAsync(InvalidOptions[message]))!.Message, Does.StartWith(message));

    [Test]
    public async Task Disposed_sandbox_accepts_no_connections()
    {
        var sandbox = await PlannrSandbox.StartAsync();
        await sandbox.DisposeAsync();
        using var httpClient = new HttpClient();

        Assert.ThrowsAsync<HttpRequestException>(() => httpClient.GetAsync(sandbox.BaseAddress));
    }
}
