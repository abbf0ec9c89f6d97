// fleet SERVER REDIS PERMITS SECONDS CALLS: makes a number of calls. All processes together make at most PERMITS calls in SECONDS, which
// a limiter in Redis ensures.
using System.Globalization;
using Plannr.Client;
using RedisRateLimiting;
using StackExchange.Redis;

var (permits, seconds, calls) = (Number(args[2]), Number(args[3]), Number(args[4]));
await using var redis = await ConnectionMultiplexer.ConnectAsync(args[1]);
using var limiter = new RedisSlidingWindowRateLimiter<string>("plannr", new RedisSlidingWindowRateLimiterOptions
{
    ConnectionMultiplexerFactory = () => redis,
    PermitLimit = permits,
    Window = TimeSpan.FromSeconds(seconds),
});
using var plannr = new PlannrClient(new PlannrClientOptions
{
    BaseAddress = new Uri(args[0]),
    AccessToken = "fleet-token",
    RateLimiter = limiter,
});

await Task.WhenAll(Enumerable.Range(0, calls).Select(_ => plannr.OAuthConnections.ListAsync()));
Console.WriteLine($"{calls} calls");

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
