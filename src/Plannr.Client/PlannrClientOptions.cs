using System.Threading.RateLimiting;
using Plannr.Client.Telemetry;
using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The options of a <see cref="PlannrClient"/>. An access token or a provider is required; all other options have defaults.</summary>
public sealed class PlannrClientOptions
{
    /// <summary>
    /// Gets or sets the URL of the server. It must use https, or http for a server on this machine, such as a sandbox. The default,
    /// null, is the server in the contract, <c>https://api.plannrcrm.com</c>.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gets or sets the access token, if it does not change. For tokens that change, set <see cref="AccessTokenProvider"/> instead. The default is null.</summary>
    public string? AccessToken { get; set; }

    /// <summary>
    /// Gets or sets the provider of access tokens. With dependency injection, the registered <see cref="IAccessTokenProvider"/> is used
    /// if neither this property nor <see cref="AccessToken"/> is set. The default is null.
    /// </summary>
    public IAccessTokenProvider? AccessTokenProvider { get; set; }

    /// <summary>
    /// Gets or sets the account that requests are for. The client sends it in the header <c>X-PLANNR-ACCOUNT-UUID</c>, which most routes
    /// require if a user has several accounts (https://api-how-to.plannrcrm.com). <see cref="PlannrAccounts.GetAccountUuidAsync"/> finds
    /// the UUID. The argument <c>xPlannrAccountUuid</c> of an operation takes precedence. The default, null, sends no header.
    /// </summary>
    public Guid? AccountUuid { get; set; }

    /// <summary>
    /// Gets or sets the maximum time for one attempt, from sending the request to the last byte of the response's body, between
    /// 10 milliseconds and 1 day. The default is 30 seconds.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the maximum time for a call with all its attempts, the delays between them, and the wait for the rate limit,
    /// between 10 milliseconds and 1 day. The default is 2 minutes.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Gets or sets the maximum number of retries, between 0 and 100. The client retries idempotent requests (GET, PUT and DELETE) after a
    /// failed connection, an <see cref="AttemptTimeout"/>, or a status of 408, 429, 502, 503 or 504. The delay grows exponentially from
    /// 0.5 to 20 seconds, with jitter. A <c>Retry-After</c> header replaces the delay; if it exceeds the time that remains of
    /// <see cref="TotalTimeout"/>, the client does not retry. The default is 3.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// Gets or sets the maximum number of requests per minute with one access token; further requests wait. All clients of the process
    /// with the same server, token and maximum share the limit. If the header <c>X-Ratelimit-Remaining</c> reports that fewer requests
    /// remain, the client sends fewer. 0 disables the limit. The default is 500, which is Plannr's limit
    /// (https://api-how-to.plannrcrm.com).
    /// </summary>
    public int RequestsPerMinute { get; set; } = 500;

    /// <summary>
    /// Gets or sets the rate limiter to use instead of <see cref="RequestsPerMinute"/>, such as one that several machines with the same
    /// token share. Each attempt acquires one permit. If the limiter refuses a permit, the client asks it again until
    /// <see cref="TotalTimeout"/> passes. The client does not dispose the limiter. The default is null.
    /// </summary>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>Gets or sets the maximum size of a response's body, in bytes after decompression. A larger body throws a <see cref="PlannrException"/>. The default is 10 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>
    /// Gets or sets a value that indicates whether the <c>...WithResponseAsync</c> methods return the body as it was received, in
    /// <see cref="ApiResponse.ResponseBody"/>, which costs a string for each response. The default is false.
    /// </summary>
    public bool KeepsResponseBodies { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether the client compares responses with the contract. The counter
    /// <c>plannr.client.contract.drift</c> counts the differences, and a log entry with the level Information reports each of them once in
    /// a process. Both contain names and no values. The default is true. The cost is negligible for responses that match the contract.
    /// </summary>
    public bool ReportsContractDrift { get; set; } = true;

    /// <summary>
    /// Gets or sets the <c>User-Agent</c> header of the requests. A header that the application sets on the <see cref="HttpClient"/> or
    /// on a request takes precedence. An empty string sends no header. The default, null, sends the versions of Plannr.Client and .NET,
    /// such as <c>Plannr.Client/1.0.0 (.NET 10.0.1)</c>.
    /// </summary>
    public string? UserAgent { get; set; }

    /// <summary>
    /// Gets or sets the clock for timeouts and retries, for tests. The default, null, is the registered <see cref="System.TimeProvider"/>
    /// with dependency injection, or else the system clock.
    /// </summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>Gets or sets the telemetry for contract drift. A process shares one instance. A test uses its own, because the number of places is limited.</summary>
    internal ContractDriftTelemetry DriftTelemetry { get; set; } = ContractDriftTelemetry.Shared;

    internal TimeProvider Clock => TimeProvider ?? TimeProvider.System;

    /// <exception cref="InvalidOperationException">No access token is set. The options validator reports this first.</exception>
    internal IAccessTokenProvider Tokens
        => AccessTokenProvider ?? new ConstantAccessToken(AccessToken ?? throw new InvalidOperationException("No access token is set."));

    private sealed class ConstantAccessToken(string accessToken) : IAccessTokenProvider
    {
        public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken) => new(accessToken);

        public ValueTask OnRejectedAsync(string rejectedToken, CancellationToken cancellationToken) => default;
    }
}
