using System.Threading.RateLimiting;
using Plannr.Client.Telemetry;
using Plannr.Generated;

namespace Plannr.Client;

/// <summary>How a <see cref="PlannrClient"/> works. It needs a token; the rest has defaults.</summary>
public sealed class PlannrClientOptions
{
    /// <summary>
    /// The server: https, or http on this machine, such as a sandbox's. Null, the default, for the server that the contract
    /// names, <c>https://api.plannrcrm.com</c>.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The access token, if it is always the same one; otherwise set <see cref="AccessTokenProvider"/>.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Hands out the access tokens. With dependency injection, a registered <see cref="IAccessTokenProvider"/> is used where neither this nor <see cref="AccessToken"/> is set.</summary>
    public IAccessTokenProvider? AccessTokenProvider { get; set; }

    /// <summary>
    /// The firm to work for, where one user has several; sent as <c>X-PLANNR-ACCOUNT-UUID</c>, which most routes then require
    /// (https://api-how-to.plannrcrm.com). Null, the default, sends none. <see cref="PlannrAccounts.GetAccountUuidAsync"/> finds the
    /// UUID; the argument <c>xPlannrAccountUuid</c> of an operation takes precedence.
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
    /// How often a request is sent again: after a failed connection, an <see cref="AttemptTimeout"/>, or a status 408, 429, 502, 503 or
    /// 504, and only if its method is idempotent (PUT, GET, DELETE here). 0 to 100; 3 unless set. The waiting grows from half a
    /// second to 20, with jitter; a <c>Retry-After</c> header goes before, and ends the call where it asks for more than
    /// is left of <see cref="TotalTimeout"/>.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// How many requests may be sent in a minute with one token; more wait their turn. It holds for all clients of the process
    /// with the same server, the same token and the same figure. 500 unless set, as many as Plannr allows (https://api-how-to.plannrcrm.com); 0
    /// for no limit. When <c>X-Ratelimit-Remaining</c> says that fewer are left, fewer are sent.
    /// </summary>
    public int RequestsPerMinute { get; set; } = 500;

    /// <summary>
    /// Takes the place of <see cref="RequestsPerMinute"/>: any limiter, such as one that several machines with the same token
    /// share. Each attempt acquires one permit; where it refuses one, it is asked again, for as long as <see cref="TotalTimeout"/>
    /// allows. It stays the caller's to dispose.
    /// </summary>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>The size, in bytes and after decompression, that the body of an answer may have. 10 MiB unless set.</summary>
    public int MaxResponseBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>
    /// Gets or sets a value that indicates whether the <c>...WithResponseAsync</c> methods return the body as it was received, in
    /// <see cref="ApiResponse.ResponseBody"/>, which costs a string for each response. The default is false.
    /// </summary>
    public bool KeepsResponseBodies { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether responses are compared with the contract while they are read. The counter
    /// <c>plannr.client.contract.drift</c> counts the responses that differ, and a log entry of the level Information names each place
    /// once in a process. Both contain names and no values. The default is true, as it costs next to nothing while nothing differs.
    /// </summary>
    public bool ReportsContractDrift { get; set; } = true;

    /// <summary>
    /// Gets or sets the <c>User-Agent</c> header of the requests. Null, the default, sends the version of Plannr.Client and of .NET,
    /// such as <c>Plannr.Client/1.0.0 (.NET 10.0.1)</c>; an empty string sends none. A header that the application sets on the
    /// <see cref="HttpClient"/> or on a request takes precedence.
    /// </summary>
    public string? UserAgent { get; set; }

    /// <summary>The clock of timeouts and retries, for tests. Null, the default, for the registered <see cref="System.TimeProvider"/>, or else the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>Gets or sets what counts and logs the differences. The process has one; a test has its own, as the places that it keeps are limited.</summary>
    internal ContractDriftTelemetry DriftTelemetry { get; set; } = ContractDriftTelemetry.Shared;

    internal TimeProvider Clock => TimeProvider ?? TimeProvider.System;

    /// <exception cref="InvalidOperationException">There is no token; the validation says so before.</exception>
    internal IAccessTokenProvider Tokens
        => AccessTokenProvider ?? new ConstantAccessToken(AccessToken ?? throw new InvalidOperationException("There is no access token."));
}
