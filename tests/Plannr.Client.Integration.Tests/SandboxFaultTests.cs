using Plannr.Client.Tests;
using Plannr.Generated;
using Plannr.Sandbox;

namespace Plannr.Client.Integration.Tests;

/// <summary>Tests the client against the sandbox, a web server that can inject faults.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class SandboxFaultTests(Construction construction)
{
    [TestCase("status=408")]
    [TestCase("status=429")]
    [TestCase("status=502")]
    [TestCase("status=503")]
    [TestCase("status=504")]
    [TestCase("reset")]
    [TestCase("reset=after")]
    public async Task Transient_fault_is_retried(string fault)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        await using var client = Create(sandbox);
        sandbox.InjectFault(SandboxFault.Parse(fault));

        Assert.That((await UpdateAsync(client, sandbox)).Label, Is.EqualTo("Renamed"));
    }

    [TestCase("latency=60s")]
    [TestCase("stalled-body")]
    public async Task Fault_that_delays_the_response_throws_PlannrTimeoutException(string fault)
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = SandboxFault.Parse(fault) });
        await using var client = Create(sandbox, options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300));

        Assert.ThrowsAsync<PlannrTimeoutException>(() => UpdateAsync(client, sandbox));
    }

    [Test]
    public async Task Expired_token_throws_PlannrAuthenticationException()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = SandboxFault.Parse("expired-token") });
        await using var client = Create(sandbox);

        var exception = Assert.ThrowsAsync<PlannrAuthenticationException>(() => UpdateAsync(client, sandbox))!;

        Assert.That(exception.Error.Message, Is.EqualTo("Unauthenticated."));
    }

    [TestCase("blank-expiry=null")]
    [TestCase("blank-expiry=empty")]
    [TestCase("blank-expiry=absent")]
    public async Task Blank_expiry_is_read_as_null(string fault)
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = SandboxFault.Parse(fault) });
        await using var client = Create(sandbox);

        Assert.That((await UpdateAsync(client, sandbox)).AccessTokenExpiresAt, Is.Null);
    }

    [Test]
    public async Task Unknown_properties_are_kept()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = SandboxFault.Parse("unknown-attributes") });
        await using var client = Create(sandbox);

        Assert.That((await UpdateAsync(client, sandbox)).AdditionalProperties, Is.Not.Empty);
    }

    [Test]
    public async Task Exhausted_limit_throws_PlannrRateLimitException()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { RateLimit = 1 });
        await using var client = Create(sandbox, options =>
        {
            options.MaxRetries = 0;
            options.RequestsPerMinute = 0;
        });

        await UpdateAsync(client, sandbox);

        Assert.ThrowsAsync<PlannrRateLimitException>(() => UpdateAsync(client, sandbox));
    }

    [Test]
    public async Task GetAccountUuidAsync_returns_the_account_of_a_sandbox()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        await using var client = Create(sandbox);

        Assert.That(await client.Client.Logins.GetAccountUuidAsync(), Is.EqualTo(sandbox.DefaultAccount));
    }

    private static Task<OAuthConnection> UpdateAsync(ClientUnderTest client, PlannrSandbox sandbox)
        => client.Client.OAuthConnections.UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest { Label = "Renamed" });

    private ClientUnderTest Create(PlannrSandbox sandbox, Action<PlannrClientOptions>? configure = null) => ClientUnderTest.Create(construction, options =>
    {
        options.BaseAddress = sandbox.BaseAddress;
        options.AccessToken = sandbox.Token;
        // A 429 also exhausts the client's own limit, so the next attempt would wait for a minute.
        options.RequestsPerMinute = 0;
        configure?.Invoke(options);
        options.TimeProvider = new SkippingClock(options.AttemptTimeout, options.TotalTimeout);
    });
}
