using System.Diagnostics;
using Plannr.Client;
using Plannr.Generated;

/// <summary>Checks the behavior of the client on .NET Framework. A check that fails throws an exception.</summary>
internal static class Checks
{
    private static readonly Guid Connection = new("6ff8f7f6-1eb3-3525-be4a-3932c805afed");
    private static readonly Guid Unknown = new("99999999-9999-4999-8999-999999999999");

    // Only a timeout or a cancellation ends a call with such a delay within the time that the checks allow.
    private const int LongDelaySeconds = 60;

    public static async Task Update_changes_the_label_that_List_returns()
    {
        const string Label = "Größe – 東京 😀";
        using var plannr = Sandbox.Client();

        var response = await plannr.OAuthConnections.UpdateWithResponseAsync(Connection, new UpdateOAuthConnectionRequest { Label = Label });
        var connection = (await plannr.OAuthConnections.ListAsync()).Data!.Single(c => c.Uuid == Connection);

        Equal(200, response.StatusCode);
        Equal(Label, response.Value.Label);
        Equal(Label, connection.Label);
        Equal(TimeSpan.FromHours(1), connection.CreatedAt!.Value.Offset);
    }

    public static async Task Wrong_token_throws_PlannrAuthenticationException()
    {
        using var plannr = Sandbox.Client(token: "wrong-token");

        var exception = await Throws<PlannrAuthenticationException>(() => plannr.OAuthConnections.ListAsync());

        Equal(401, exception.StatusCode);
    }

    public static async Task Unknown_connection_throws_PlannrNotFoundException()
    {
        using var plannr = Sandbox.Client();

        var exception = await Throws<PlannrNotFoundException>(() => plannr.OAuthConnections.UpdateAsync(Unknown, new UpdateOAuthConnectionRequest { Label = "x" }));

        Equal(404, exception.StatusCode);
    }

    public static async Task Null_label_throws_PlannrValidationException_that_names_the_field()
    {
        using var plannr = Sandbox.Client();

        var exception = await Throws<PlannrValidationException>(() => plannr.OAuthConnections.UpdateAsync(Connection, new UpdateOAuthConnectionRequest { Label = null }));

        Equal(422, exception.StatusCode);
        Equal("label", string.Join(", ", exception.Errors.Keys));
    }

    public static async Task Late_response_throws_PlannrTimeoutException_after_the_timeout()
    {
        using var plannr = Sandbox.Client(timeout: TimeSpan.FromSeconds(1));
        await Sandbox.DelayAsync(LongDelaySeconds, calls: 1);
        var time = Stopwatch.StartNew();

        await Throws<PlannrTimeoutException>(() => plannr.OAuthConnections.ListAsync());

        Before(LongDelaySeconds, time);
    }

    public static async Task Cancellation_throws_OperationCanceledException_at_once()
    {
        using var plannr = Sandbox.Client();
        using var cancellation = new CancellationTokenSource();
        await Sandbox.DelayAsync(LongDelaySeconds, calls: 1);
        var time = Stopwatch.StartNew();

        cancellation.CancelAfter(TimeSpan.FromSeconds(1));
        var exception = await Throws<OperationCanceledException>(() => plannr.OAuthConnections.ListAsync(cancellation.Token));

        Equal(true, exception.CancellationToken == cancellation.Token);
        Before(LongDelaySeconds / 2, time);
    }

    // By default, .NET Framework opens only two connections to a host, and the calls would take 25 seconds. Mono's handler has no such
    // limit, so this check can fail only on .NET Framework.
    public static async Task Fifty_slow_calls_at_once_end_within_the_timeout()
    {
        const int Calls = 50;
        using var plannr = Sandbox.Client(timeout: TimeSpan.FromSeconds(15));
        await Sandbox.DelayAsync(seconds: 1, Calls);

        var calls = Enumerable.Range(0, Calls).Select(_ => plannr.OAuthConnections.ListAsync()).ToArray();
        await Task.WhenAll(calls).ContinueWith(_ => { }, TaskScheduler.Default);

        Equal($"{Calls} of {Calls} done", $"{calls.Count(c => c.Status == TaskStatus.RanToCompletion)} of {Calls} done");
    }

    private static async Task<TException> Throws<TException>(Func<Task> call)
        where TException : Exception
    {
        try
        {
            await call();
        }
        catch (TException exception)
        {
            return exception;
        }

        throw new InvalidOperationException($"Expected {typeof(TException).Name}, but the call returned.");
    }

    private static void Equal<T>(T expected, T found)
    {
        if (!Equals(expected, found))
        {
            throw new InvalidOperationException($"Expected {expected}, but found {found}.");
        }
    }

    private static void Before(int seconds, Stopwatch time)
    {
        if (time.Elapsed.TotalSeconds >= seconds)
        {
            throw new InvalidOperationException($"Expected the call to end within {seconds} s, but it took {time.Elapsed.TotalSeconds:0.0} s.");
        }
    }
}
