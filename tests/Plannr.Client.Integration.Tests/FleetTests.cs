using System.Diagnostics;
using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Client.Integration.Tests;

/// <summary>Tests that processes with one token share its limit through the application's limiter in Redis.</summary>
public sealed class FleetTests
{
    private const int Permits = 20;
    private const int Seconds = 1;
    private const int CallsOfEach = 40;

    [Test]
    public async Task Processes_with_one_limiter_share_its_limit()
    {
        await using var redis = await RedisServer.StartAsync();
        var arrivals = new List<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            lock (arrivals)
            {
                arrivals.Add(Stopwatch.GetElapsedTime(start));
            }

            await stream.WriteAsync(RawResponse.Json(200, "{}"), cancellationToken);
        });

        var processes = await Task.WhenAll(RunAsync(), RunAsync());

        Assert.That(processes.Select(process => process.StandardOutput.Trim()), Is.All.EqualTo($"{CallsOfEach} calls"), processes[0].StandardError + processes[1].StandardError);
        Assert.That(arrivals, Has.Count.EqualTo(2 * CallsOfEach));
        // With one limit, the processes need three windows after the first. With separate limits, they would need one.
        Assert.That(arrivals.Max() - arrivals.Min(), Is.GreaterThan(TimeSpan.FromSeconds(2 * Seconds)));

        Task<BufferedCommandResult> RunAsync() => Cli.Wrap("dotnet")
            .WithArguments([Path.Combine(TestContext.CurrentContext.TestDirectory, "fleet.dll"), $"{server.BaseAddress}", redis.Endpoint, $"{Permits}", $"{Seconds}", $"{CallsOfEach}"])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
    }
}
