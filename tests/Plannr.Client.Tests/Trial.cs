using System.Diagnostics;
using System.Threading.RateLimiting;
using Plannr.Generated;

namespace Plannr.Client.Tests;

/// <summary>The outcome of an update, after everything that the call used was released.</summary>
/// <param name="Value">The value that the call returned, or null.</param>
/// <param name="Exception">The exception that the call threw, or null.</param>
/// <param name="Attempts">The number of attempts.</param>
/// <param name="Delays">The delays between the attempts.</param>
/// <param name="Elapsed">The duration of the call without these delays.</param>
internal sealed record Trial(OAuthConnection? Value, Exception? Exception, int Attempts, IReadOnlyList<TimeSpan> Delays, TimeSpan Elapsed)
{
    public const string Token = "secret-token-Kj4uPq";

    public static readonly Guid Uuid = new("6ff8f7f6-1eb3-3525-be4a-3932c805afed");

    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    /// <summary>Makes the call, by default with one retry, and fails if it does not release its connections, timers and permits.</summary>
    public static async Task<Trial> RunAsync(Construction construction, RawServer server, Action<PlannrClientOptions>? configure = null)
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1 });
        var settings = new PlannrClientOptions
        {
            MaxRetries = 1,
            AttemptTimeout = TimeSpan.FromSeconds(20),
            TotalTimeout = TimeSpan.FromMinutes(1),
        };
        configure?.Invoke(settings);
        var clock = new SkippingClock(settings.AttemptTimeout, settings.TotalTimeout);

        Trial trial;
        await using (var client = ClientUnderTest.Create(construction, options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = Token;
            options.TimeProvider = clock;
            options.RateLimiter = limiter;
            options.MaxRetries = settings.MaxRetries;
            options.AttemptTimeout = settings.AttemptTimeout;
            options.TotalTimeout = settings.TotalTimeout;
            options.MaxResponseBytes = settings.MaxResponseBytes;
        }))
        {
            trial = await CallAsync(client.Client, server, clock);
        }

        await server.ConnectionsClosedAsync().WaitAsync(LongEnough);
        Assert.That(async () => await clock.TimersDisposedAsync().WaitAsync(LongEnough), Throws.Nothing, "A timer was not released.");
        Assert.Multiple(() =>
        {
            Assert.That(trial.Elapsed, Is.LessThan(LongEnough), "The call took too long.");
            Assert.That(limiter.GetStatistics()!.CurrentAvailablePermits, Is.EqualTo(1), "A permit of the rate limiter was not released.");
            Assert.That($"{trial.Exception}", Does.Not.Contain(Token));
        });
        return trial;
    }

    private static async Task<Trial> CallAsync(IPlannrClient client, RawServer server, SkippingClock clock)
    {
        var start = Stopwatch.GetTimestamp();
        OAuthConnection? value = null;
        Exception? thrown = null;
        try
        {
            value = await client.OAuthConnections.UpdateAsync(Uuid, new UpdateOAuthConnectionRequest { Label = "My Fundment Account 1" });
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        return new Trial(value, thrown, server.Requests.Count, clock.Delays, Stopwatch.GetElapsedTime(start));
    }
}
