using System.Net;

namespace Plannr.Sandbox;

/// <summary>The options of a sandbox.</summary>
public sealed class PlannrSandboxOptions
{
    private static readonly TimeSpan MaxOffset = TimeSpan.FromDays(365_000);

    /// <summary>
    /// Gets the address that the sandbox listens on. On an address other than loopback, everyone who can reach this machine can use the sandbox.
    /// The default is <see cref="IPAddress.Loopback"/>.
    /// </summary>
    public IPAddress ListenAddress { get; init; } = IPAddress.Loopback;

    /// <summary>Gets the TCP port. The default is 0, for a free port.</summary>
    public int Port { get; init; }

    /// <summary>Gets the access token that the sandbox accepts. It is not a secret. The default is <c>sandbox-token</c>.</summary>
    public string Token { get; init; } = "sandbox-token";

    /// <summary>Gets further access tokens, for applications with several users. Each token has its own rate limit. The default is none.</summary>
    public IReadOnlyList<string> OtherTokens { get; init; } = [];

    /// <summary>Gets the maximum number of requests per minute for each token; 0 for no limit. The default is 500, the vendor's limit.</summary>
    public int RateLimit { get; init; } = Api.RateLimit.Documented;

    /// <summary>
    /// Gets the path of a JSON file with the initial accounts: <c>{"accounts": [{"uuid": "...", "connections": [...]}]}</c>, with connections
    /// in the format of the API. An account can also have a <c>login</c> and <c>webhook_subscriptions</c>. The default is null.
    /// </summary>
    public string? SeedFile { get; init; }

    /// <summary>
    /// Gets the initial accounts. The default, if <see cref="SeedFile"/> is null too, is one account with the contract's example connection
    /// and webhook subscription.
    /// </summary>
    public IReadOnlyList<SandboxAccount>? Accounts { get; init; }

    /// <summary>
    /// Gets the path of a SQLite file for the state. A new file starts with the seed; an existing file continues with its state. A change is
    /// saved before its response is sent, so that it survives the end of the process and a power failure. The default is null: the state is lost
    /// when the sandbox stops.
    /// </summary>
    public string? DataFile { get; init; }

    /// <summary>Gets the fault of calls without another fault. The default is <see cref="SandboxFault.None"/>.</summary>
    public SandboxFault Fault { get; init; } = SandboxFault.None;

    /// <summary>Gets whether the tools of the MCP server at <c>/mcp</c> may call the sandbox. The default is false: they only read its documentation.</summary>
    public bool AllowMcpCalls { get; init; }

    /// <summary>
    /// Gets the signing secret of new webhook subscriptions. The default is null, for 60 random letters and digits each.
    /// </summary>
    public string? WebhookSigningSecret { get; init; }

    /// <summary>
    /// Gets whether webhooks may be sent to other machines. The default is false: they are only sent to the loopback interface, so that tests
    /// cannot call a real receiver by mistake.
    /// </summary>
    public bool AllowRemoteWebhooks { get; init; }

    /// <summary>
    /// Gets whether the authorization URLs of all connections are those of the sandbox's consent page. The default is false: only connections that
    /// the sandbox creates use the consent page; initial connections keep the URLs of the vendor or of the seed.
    /// </summary>
    public bool SimulateAuthorization { get; init; }

    /// <summary>
    /// Gets the initial offset of the sandbox's clock to <see cref="TimeProvider"/>, which may be negative. The default is null: the offset in
    /// <see cref="DataFile"/>, or else zero.
    /// </summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>Gets the number of requests that the journal keeps; the oldest are removed first. The default is 1,000, and 0 keeps none.</summary>
    public int JournalCapacity { get; init; } = 1_000;

    /// <summary>Gets the writer for a line about each request to the API. Secrets are masked. The default is null, for no log.</summary>
    public TextWriter? Log { get; init; }

    /// <summary>
    /// Gets the host names of the sandbox in addition to <c>localhost</c> and IP addresses, such as the name of a container. Requests with another
    /// name in the header <c>Host</c> or <c>Origin</c> are rejected with the status 403. The default is none.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>
    /// Gets the clock of the machine, which the latency of faults and the timeout of webhooks use. The sandbox's own clock, for the timestamps of the
    /// API and the rate limit, is this clock plus an offset. The default is <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets a contract in YAML to use instead of the embedded one.</summary>
    internal string? ContractText { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">A value is not valid.</exception>
    internal void Check()
    {
        if (Port is < 0 or > IPEndPoint.MaxPort)
        {
            throw new ArgumentException($"The port is {Port}. Set it to a value between 0 (any free port) and {IPEndPoint.MaxPort}.");
        }

        if (RateLimit < 0)
        {
            throw new ArgumentException($"The rate limit is {RateLimit}. Set it to 0 (no limit) or more.");
        }

        if (JournalCapacity < 0)
        {
            throw new ArgumentException($"The capacity of the journal is {JournalCapacity}. Set it to 0 (no requests) or more.");
        }

        if (ClockOffset is { } offset && offset.Duration() > MaxOffset)
        {
            throw new ArgumentException($"The offset of the clock is {offset}. Set it to at most {MaxOffset.TotalDays} days.");
        }

        if (AllowedHosts.FirstOrDefault(h => Uri.CheckHostName(h) == UriHostNameType.Unknown) is { } host)
        {
            throw new ArgumentException($"'{host}' is not a host name. Write it without scheme and port, such as sandbox.");
        }

        if (OtherTokens.Prepend(Token).Any(t => t.Length == 0 || t.Any(c => c is <= ' ' or > '~')))
        {
            throw new ArgumentException("An access token must not be empty, and must contain only ASCII characters without spaces and line breaks.");
        }

        if (WebhookSigningSecret is "")
        {
            throw new ArgumentException("The signing secret of webhooks must not be empty. Leave it out for random secrets.");
        }

        if (SeedFile is not null && Accounts is not null)
        {
            throw new ArgumentException("SeedFile and Accounts cannot be combined. Set only one of them.");
        }
    }
}
