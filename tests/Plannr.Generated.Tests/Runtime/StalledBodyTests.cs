using System.Diagnostics;
using Plannr.Testing.Stalls;

namespace Plannr.Generated.Tests.Runtime;

/// <summary>Tests calls whose response bodies stall. They must end in time, and not wait until .NET has drained the connection.</summary>
public sealed class StalledBodyTests
{
    private static readonly TimeSpan ShortTimeout = TimeSpan.FromMilliseconds(500);

    [Test]
    public async Task Update_with_a_stalled_body_throws_after_the_timeout_of_HttpClient([Values] Protocol protocol, [Values] Stall stall)
    {
        await using var server = await StallingServer.StartAsync(protocol, stall);
        using var httpClient = await CreateClientAsync(server);
        httpClient.Timeout = ShortTimeout;
        var start = Stopwatch.GetTimestamp();

        var exception = Assert.ThrowsAsync<TaskCanceledException>(() => httpClient.UpdateAsync());

        Assert.That(Stopwatch.GetElapsedTime(start) - ShortTimeout, Is.LessThan(StallingServer.Promptly), "The call ended too late.");
        Assert.That(exception!.InnerException, Is.TypeOf<TimeoutException>());
        Assert.That(exception.Message, Does.EndWith("did not complete within HttpClient.Timeout (0.5 s)."));
        await server.AssertSawEndAsync(start, ShortTimeout);
    }

    [Test]
    public async Task Update_with_a_stalled_body_ends_when_its_token_is_canceled([Values] Protocol protocol, [Values] Stall stall)
    {
        await using var server = await StallingServer.StartAsync(protocol, stall);
        using var httpClient = await CreateClientAsync(server);
        var start = Stopwatch.GetTimestamp();
        // Ensures that a read is pending. Between the headers and the first read, .NET would drain the connection to reuse it.
        using var caller = new CancellationTokenSource(ShortTimeout);

        var exception = Assert.CatchAsync<OperationCanceledException>(() => httpClient.UpdateAsync(caller.Token));

        Assert.That(Stopwatch.GetElapsedTime(start) - ShortTimeout, Is.LessThan(StallingServer.Promptly), "The call ended too late.");
        Assert.That(exception!.CancellationToken, Is.EqualTo(caller.Token));
        await server.AssertSawEndAsync(start, ShortTimeout);
    }

    private static async Task<HttpClient> CreateClientAsync(StallingServer server) => new(await server.ConnectAsync()) { BaseAddress = server.BaseAddress };
}
