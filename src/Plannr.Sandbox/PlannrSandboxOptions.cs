using System.Net;

namespace Plannr.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed class PlannrSandboxOptions
{
    private static readonly TimeSpan LargestOffset = TimeSpan.FromDays(365_000);

    /// <summary>The address that the sandbox listens on; the loopback interface unless set. On another, whoever reaches this machine can use it.</summary>
    public IPAddress ListenAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The TCP port; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The access token that the sandbox accepts. It protects nothing and is no secret.</summary>
    public string Token { get; init; } = "sandbox-token";

    /// <summary>Further access tokens, for applications with several users: each token has a rate limit of its own.</summary>
    public IReadOnlyList<string> OtherTokens { get; init; } = [];

    /// <summary>How many requests each token has in a minute; 500, the vendor's limit, unless set, and 0 for no limit.</summary>
    public int RateLimit { get; init; } = Api.RateLimit.Documented;

    /// <summary>
    /// A JSON file with the accounts to start with: <c>{"accounts": [{"uuid": "...", "connections": [...]}]}</c>, each connection as the
    /// API writes it. An account can also have a <c>login</c> and <c>webhook_subscriptions</c>, in the same way.
    /// </summary>
    public string? SeedFile { get; init; }

    /// <summary>
    /// The accounts to start with; one account with the contract's example connection and webhook subscription unless this or
    /// <see cref="SeedFile"/> is set.
    /// </summary>
    public IReadOnlyList<SandboxAccount>? Accounts { get; init; }

    /// <summary>
    /// A SQLite file that the state is kept in; without one it ends with the sandbox. A new file gets the seed, and one that is
    /// there goes on from what it holds. What was answered is in it, even if the process is killed or the power goes.
    /// </summary>
    public string? DataFile { get; init; }

    /// <summary>What goes wrong with every call that has no fault of its own; nothing unless set.</summary>
    public SandboxFault Fault { get; init; } = SandboxFault.None;

    /// <summary>Whether the tools of the MCP server at <c>/mcp</c> may call the sandbox. By default they only read its documentation.</summary>
    public bool AllowMcpCalls { get; init; }

    /// <summary>
    /// Gets the signing secret of each webhook subscription that is created. The default is null, for 60 random letters and digits each.
    /// </summary>
    public string? WebhookSigningSecret { get; init; }

    /// <summary>
    /// Gets whether webhooks may be sent to other machines. The default is false: only to the loopback interface, so that no test
    /// calls a real receiver by mistake.
    /// </summary>
    public bool AllowRemoteWebhooks { get; init; }

    /// <summary>
    /// Gets whether the authorization URLs of all connections lead to the sandbox's consent page. The default is false: connections that the
    /// sandbox starts with keep the URLs of the vendor or of the seed, and only those that it makes lead to it.
    /// </summary>
    public bool SimulateAuthorization { get; init; }

    /// <summary>
    /// Gets how far the sandbox's clock is ahead of <see cref="TimeProvider"/> at the start; negative for a clock that is behind. The default is
    /// null: the offset that is kept in <see cref="DataFile"/>, or else zero.
    /// </summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>Gets the number of requests that the journal keeps; the oldest are removed first. The default is 1,000, and 0 keeps none.</summary>
    public int JournalCapacity { get; init; } = 1_000;

    /// <summary>Gets the writer that gets a line for each request to the API. Secrets in it are masked. The default is null, for no log.</summary>
    public TextWriter? Log { get; init; }

    /// <summary>
    /// Gets the host names under which the sandbox is reached, beside <c>localhost</c> and IP addresses, such as the name of a container. Requests with
    /// another name in the header <c>Host</c> or <c>Origin</c> are refused with 403. The default is none.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>
    /// Gets the clock of the machine. The sandbox's own clock, which the timestamps of the API and the rate limit are taken from, starts from it
    /// and can be moved. The latency of faults and the timeout of webhooks follow this clock.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Another contract than the embedded one, in YAML.</summary>
    internal string? ContractText { get; init; }

    /// <exception cref="ArgumentException">A value is not right.</exception>
    internal void Check()
    {
        if (Port is < 0 or > IPEndPoint.MaxPort)
        {
            throw new ArgumentException($"The port {Port} is none; a port is 1 to {IPEndPoint.MaxPort}, or 0 for a free one.");
        }

        if (RateLimit < 0)
        {
            throw new ArgumentException($"The rate limit {RateLimit} is negative; 0 means no limit.");
        }

        if (JournalCapacity < 0)
        {
            throw new ArgumentException($"The journal's capacity {JournalCapacity} is negative. Use 0 to keep no requests.");
        }

        if (ClockOffset is { } offset && offset.Duration() > LargestOffset)
        {
            throw new ArgumentException($"The clock's offset {offset} is too large. It can be up to {LargestOffset.TotalDays} days.");
        }

        if (AllowedHosts.FirstOrDefault(h => Uri.CheckHostName(h) == UriHostNameType.Unknown) is { } host)
        {
            throw new ArgumentException($"'{host}' is not a host name. Write it without scheme and port, such as sandbox.");
        }

        if (OtherTokens.Prepend(Token).Any(t => t.Length == 0 || t.Any(c => c is <= ' ' or > '~')))
        {
            throw new ArgumentException("An access token is not empty, and has no spaces, line breaks or characters beyond ASCII.");
        }

        if (WebhookSigningSecret is "")
        {
            throw new ArgumentException("The signing secret of webhooks is empty; leave it out for random ones.");
        }

        if (SeedFile is not null && Accounts is not null)
        {
            throw new ArgumentException("The seed is given twice, as SeedFile and as Accounts; give one of them.");
        }
    }
}
