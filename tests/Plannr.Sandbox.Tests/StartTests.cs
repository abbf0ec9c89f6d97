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
    public async Task A_sandbox_that_is_disposed_listens_no_more()
    {
        var sandbox = await PlannrSandbox.StartAsync();
        await sandbox.DisposeAsync();
        using var httpClient = new HttpClient();

        Assert.ThrowsAsync<HttpRequestException>(() => httpClient.GetAsync(sandbox.BaseAddress));
    }
}
