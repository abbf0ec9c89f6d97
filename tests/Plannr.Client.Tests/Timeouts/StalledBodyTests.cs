using System.Diagnostics;
using Plannr.Testing.Stalls;

namespace Plannr.Client.Tests.Timeouts;

/// <summary>Tests calls whose response bodies stall. They must end in time, and not wait until .NET has drained the connection.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class StalledBodyTests(Construction construction)
{
    private static readonly TimeSpan ShortTimeout = TimeSpan.FromMilliseconds(500);

    [Test]
    public async Task List_with_a_stalled_body_throws_after_the_timeout([Values] Protocol protocol, [Values] Stall stall)
    {
        await using var server = await StallingServer.StartAsync(protocol, stall);
        await using var client = await CreateAsync(server, options => options.AttemptTimeout = ShortTimeout);
        var start = Stopwatch.GetTimestamp();

        Assert.ThrowsAsync<PlannrTimeoutException>(() => client.Client.OAuthConnections.ListAsync());

        Assert.That(Stopwatch.GetElapsedTime(start) - ShortTimeout, Is.LessThan(StallingServer.Promptly), "The call ended too late.");
        await server.AssertSawEndAsync(start, ShortTimeout);
    }

    [Test]
    public async Task List_with_a_stalled_body_ends_when_its_token_is_canceled([Values] Protocol protocol, [Values] Stall stall)
    {
        await using var server = await StallingServer.StartAsync(protocol, stall);
        await using var client = await CreateAsync(server);
        var start = Stopwatch.GetTimestamp();
        // Ensures that a read is pending. Between the headers and the first read, .NET would drain the connection to reuse it.
        using var caller = new CancellationTokenSource(ShortTimeout);

        var exception = Assert.CatchAsync<OperationCanceledException>(() => client.Client.OAuthConnections.ListAsync(caller.Token));

        Assert.That(Stopwatch.GetElapsedTime(start) - ShortTimeout, Is.LessThan(StallingServer.Promptly), "The call ended too late.");
        Assert.That(exception!.CancellationToken, Is.EqualTo(caller.Token));
        await server.AssertSawEndAsync(start, ShortTimeout);
    }

    [Test]
    public async Task List_with_a_stalled_body_ends_when_the_client_is_disposed([Values] Protocol protocol, [Values] Stall stall)
    {
        await using var server = await StallingServer.StartAsync(protocol, stall);
        await using var client = await CreateAsync(server);

        var start = Stopwatch.GetTimestamp();
        // Ensures that a read is pending.
        using var due = new CancellationTokenSource(ShortTimeout);
        await using var disposing = due.Token.Register(() => _ = client.DisposeAsync().AsTask());

        Assert.CatchAsync<OperationCanceledException>(() => client.Client.OAuthConnections.ListAsync());

        Assert.That(Stopwatch.GetElapsedTime(start) - ShortTimeout, Is.LessThan(StallingServer.Promptly), "The call ended too late.");
        await server.AssertSawEndAsync(start, ShortTimeout);
    }

    private async Task<ClientUnderTest> CreateAsync(StallingServer server, Action<PlannrClientOptions>? configure = null)
    {
        var handler = await server.ConnectAsync();
        return ClientUnderTest.Create(
            construction,
            options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.AccessToken = Trial.Token;
                options.MaxRetries = 0;
                configure?.Invoke(options);
            },
            primaryHandler: handler);
    }
}
