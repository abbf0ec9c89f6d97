using System.Diagnostics;
using System.Threading.RateLimiting;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Report;
using Plannr.Client;

namespace Plannr.Benchmarks.Soak;

/// <summary>Sends many calls through one <see cref="PlannrClient"/>. No call may be lost, and the resources of the process must not grow.</summary>
internal static class SoakSuite
{
    private const int ParallelCalls = 16;
    private const int WarmUpCalls = 10_000;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    public static async Task<Section> RunAsync(int calls)
    {
        await using var api = await ApiProcess.StartAsync().ConfigureAwait(false);
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = ParallelCalls });
        using var client = new PlannrClient(new PlannrClientOptions { BaseAddress = api.Address, AccessToken = Payload.Token, RateLimiter = limiter });
        using var timeLimit = new CancellationTokenSource(TimeLimit);
        var traffic = new Traffic(client.OAuthConnections, ParallelCalls);
        var holdings = new Holdings(api.Address.Port, limiter);

        var warmUp = Math.Min(calls / 2, WarmUpCalls);
        await traffic.SendAsync(warmUp, timeLimit.Token).ConfigureAwait(false);
        var before = holdings.Take();
        var start = Stopwatch.GetTimestamp();
        await traffic.SendAsync(calls - warmUp, timeLimit.Token).ConfigureAwait(false);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var after = holdings.Take();

        var received = await RequestsOf(api, timeLimit.Token).ConfigureAwait(false);
        string[] problems = [.. traffic.Problems, .. after.ProblemsSince(before), .. received == traffic.Requests ? Array.Empty<string>() : [$"{traffic.Requests:N0} requests were sent, but {received:N0} were received."]];
        return new Section(
            Command.Soak,
            $"""
            {Machine.Line()}

            {Table.Of(["", $"after {warmUp:N0} calls", $"after {calls:N0} calls"], after.RowsBeside(before))}

            {calls - warmUp:N0} calls in {elapsed.TotalSeconds:0.0} s, {ParallelCalls} in parallel. In total: {traffic.Updated:N0} updates, {traffic.Retried:N0} of them after a retry,
            {traffic.Missing:N0} expected errors, {received:N0} requests. {(problems.Length == 0 ? "No call was lost, and no resources were leaked." : string.Join("\n", problems.Select(p => $"**{p}**")))}
            """,
            [],
            problems.Length == 0);
    }

    private static async Task<long> RequestsOf(ApiProcess api, CancellationToken cancellationToken)
    {
        using var httpClient = new HttpClient();
        return long.Parse(await httpClient.GetStringAsync(new Uri(api.Address, ApiServer.RequestCount), cancellationToken).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture);
    }
}
