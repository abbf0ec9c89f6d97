using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace Plannr.Sandbox;

/// <summary>
/// Lets a request through if it carries the token and the rate limit allows it: 500 a minute and user, as the vendor
/// documents (https://api-how-to.plannrcrm.com).
/// </summary>
internal sealed class AccessControl(string token) : IAsyncDisposable
{
    private readonly byte[] _expected = Encoding.UTF8.GetBytes("Bearer " + token);

    private readonly FixedWindowRateLimiter _limiter = new(new FixedWindowRateLimiterOptions
    {
        PermitLimit = 500,
        Window = TimeSpan.FromMinutes(1),
    });

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var isKnown = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()), _expected);
        using var lease = isKnown ? _limiter.AttemptAcquire() : null;
        var remaining = _limiter.GetStatistics()!.CurrentAvailablePermits;
        context.Response.Headers["X-Ratelimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);

        await (lease switch
        {
            null => Answers.Error(StatusCodes.Status401Unauthorized, "Unauthenticated.").ExecuteAsync(context),
            { IsAcquired: false } => Answers.Error(StatusCodes.Status429TooManyRequests, "Too Many Requests").ExecuteAsync(context),
            _ => next(context),
        });
    }

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();
}
