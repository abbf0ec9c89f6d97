namespace Plannr.Client.Tests.Timeouts;

/// <summary>Tests that the end of one call does not affect another call, although calls reuse cancellation sources.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class TimeLimitTests(Construction construction)
{
    private static readonly byte[] Response = RawResponse.Json(200, """{"data":[]}""");

    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Call_after_a_timeout_has_the_whole_timeout()
    {
        await using var server = StallingOnce(new TaskCompletionSource());
        await using var client = Create(server, options => options.AttemptTimeout = TimeSpan.FromSeconds(1));

        Assert.ThrowsAsync<PlannrTimeoutException>(() => client.Client.OAuthConnections.ListAsync());
        for (var call = 0; call < 10; call++)
        {
            Assert.DoesNotThrowAsync(() => client.Client.OAuthConnections.ListAsync());
        }
    }

    [Test]
    public async Task Token_canceled_after_its_call_does_not_cancel_another_call()
    {
        var canceled = new TaskCompletionSource();
        var requests = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            if (Interlocked.Increment(ref requests) > 1)
            {
                await canceled.Task.WaitAsync(cancellationToken);
            }

            await stream.WriteAsync(Response, cancellationToken);
        });
        await using var client = Create(server, _ => { });
        using var cancellation = new CancellationTokenSource();

        await client.Client.OAuthConnections.ListAsync(cancellation.Token);
        var next = client.Client.OAuthConnections.ListAsync();
        await cancellation.CancelAsync();
        canceled.SetResult();

        Assert.DoesNotThrowAsync(() => next);
    }

    [Test]
    public async Task Call_after_a_canceled_call_is_not_canceled()
    {
        var arrived = new TaskCompletionSource();
        await using var server = StallingOnce(arrived);
        await using var client = Create(server, _ => { });
        using var cancellation = new CancellationTokenSource();

        var call = client.Client.OAuthConnections.ListAsync(cancellation.Token);
        await arrived.Task.WaitAsync(LongEnough);
        await cancellation.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => call);
        for (var next = 0; next < 10; next++)
        {
            Assert.DoesNotThrowAsync(() => client.Client.OAuthConnections.ListAsync());
        }
    }

    private static RawServer StallingOnce(TaskCompletionSource arrived) => RawServer.AnsweringWith(async (stream, cancellationToken) =>
    {
        if (arrived.TrySetResult())
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        await stream.WriteAsync(Response, cancellationToken);
    });

    // Uses the system clock, because sources are pooled only with it.
    private ClientUnderTest Create(RawServer server, Action<PlannrClientOptions> configure) => ClientUnderTest.Create(construction, options =>
    {
        options.BaseAddress = server.BaseAddress;
        options.AccessToken = Trial.Token;
        options.MaxRetries = 0;
        configure(options);
    });
}
