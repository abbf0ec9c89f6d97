using System.Net;
using System.Net.Sockets;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox;

/// <summary>
/// A local Plannr. By default, it listens on the loopback interface, and has the contract's example connection and webhook subscription.
/// </summary>
public sealed class PlannrSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SandboxParts _parts;

    private PlannrSandbox(WebApplication application, SandboxParts parts)
    {
        _application = application;
        _parts = parts;
        BaseAddress = Reachable(new Uri(application.Urls.Single()));
        Token = parts.Options.Token;
        ExampleConnection = parts.State.FirstConnection ?? parts.Contract.ExampleUuid;
        DefaultAccount = parts.State.Accounts[0];
    }

    /// <summary>Gets the address of the sandbox.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets the access token of the sandbox.</summary>
    public string Token { get; }

    /// <summary>Gets the UUID of the first connection at the start. Without a seed, it is that of the contract's example.</summary>
    public Guid ExampleConnection { get; }

    /// <summary>Gets the account of requests without the header <c>X-PLANNR-ACCOUNT-UUID</c>.</summary>
    public Guid DefaultAccount { get; }

    /// <summary>
    /// Gets the sandbox's clock, which <see cref="AdvanceTime"/> moves. An application that uses it sees the same time as the sandbox, and its
    /// timers fire when the clock is moved past them.
    /// </summary>
    public TimeProvider TimeProvider => _parts.Clock;

    /// <summary>
    /// Gets the latest requests to the API, the oldest first. <see cref="PlannrSandboxOptions.JournalCapacity"/> limits their number. A request is here
    /// before its response is sent.
    /// </summary>
    public IReadOnlyList<SandboxRequest> Requests => _parts.Journal.Requests;

    /// <summary>
    /// Gets the latest e-mails that Plannr would have sent about connections that expire, the oldest first. This is a simulation: no e-mail is sent.
    /// <see cref="PlannrSandboxOptions.JournalCapacity"/> limits their number.
    /// </summary>
    public IReadOnlyList<SandboxEmail> Emails
    {
        get
        {
            _parts.Emails.Collect();
            return _parts.Journal.Emails;
        }
    }

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The options. The default is a sandbox on a free port.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running sandbox. Disposing it stops it.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="InvalidDataException">The seed or the data file is not valid. The message contains the position and the expected value.</exception>
    /// <exception cref="IOException">
    /// The port is in use, or the address is not an address of this machine. Or the data file is damaged, is used by another sandbox, or cannot be
    /// read or written.
    /// </exception>
    public static async Task<PlannrSandbox> StartAsync(PlannrSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new PlannrSandboxOptions();
        var parts = await SandboxParts.CreateAsync(options, cancellationToken);
        WebApplication? application = null;
        try
        {
            application = SandboxApplication.Build(parts);
            await ListenAsync(application, options, cancellationToken);
            return new PlannrSandbox(application, parts);
        }
        catch
        {
            await (application?.DisposeAsync() ?? default);
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the next calls fail.</summary>
    /// <param name="fault">The fault. Injected faults apply in the order in which they were injected.</param>
    /// <param name="calls">The number of calls. The default is 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="calls"/> is not positive.</exception>
    /// <exception cref="ArgumentException">The fault is for an operation that the contract does not have.</exception>
    public void InjectFault(SandboxFault fault, int calls = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(calls);
        _parts.Faults.Inject(fault, calls);
    }

    /// <summary>Removes the injected faults that have not been used yet.</summary>
    public void ClearFaults() => _parts.Faults.Clear();

    /// <summary>Moves the sandbox's clock forward. Connections expire, and the rate limit refills.</summary>
    /// <param name="duration">The duration. Zero is allowed.</param>
    /// <returns>The e-mails that Plannr would have sent in the meantime, the earliest first.</returns>
    /// <exception cref="ArgumentException">The duration is negative, or the time would be after the year 8999.</exception>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    // Blocks only while the data file is written, if there is one. This cannot deadlock, because the write does not need the caller's thread.
    public IReadOnlyList<SandboxEmail> AdvanceTime(TimeSpan duration) => _parts.AdvanceTimeAsync(duration).GetAwaiter().GetResult();

    /// <summary>Creates a connection to a provider, like Allow on the consent page. This is a simulation: there is no login at the provider.</summary>
    /// <param name="provider">The name of the provider, such as <c>fundment</c>. Plannr does not document a list of them, so any name is valid.</param>
    /// <param name="label">The label. The default is null, for no label.</param>
    /// <param name="account">The UUID of the account. The default is null, for <see cref="DefaultAccount"/>.</param>
    /// <returns>The new connection. Its access token expires in 4 hours, and its refresh token in a year, as in the vendor's examples.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is not valid, or the account does not exist.</exception>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    public async Task<OAuthConnection> ConnectAsync(string provider, string? label = null, Guid? account = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return Read(await _parts.Connections.ConnectAsync(provider, label, account));
    }

    /// <summary>Sets new expiry dates of a connection, like Allow on the page of its <c>refresh_authorization_url</c>. This is a simulation.</summary>
    /// <param name="connection">The UUID of the connection.</param>
    /// <param name="account">The UUID of its account. The default is null, for the first account that has the connection.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ArgumentException">The connection does not exist.</exception>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    public async Task<OAuthConnection> RefreshAsync(Guid connection, Guid? account = null) => Read(await _parts.Connections.RefreshAsync(connection, account));

    /// <summary>Adds a connection.</summary>
    /// <param name="connection">The connection. Properties that are not set, including the UUID, get generated values. The label stays unset.</param>
    /// <param name="account">The UUID of the account. The default is null, for <see cref="DefaultAccount"/>.</param>
    /// <returns>The connection with all its properties.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    /// <exception cref="ArgumentException">A property is not valid, the account already has a connection with this UUID, or the account does not exist.</exception>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    public async Task<OAuthConnection> AddConnectionAsync(OAuthConnection connection, Guid? account = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Read(await _parts.Connections.AddAsync(Write(connection), account));
    }

    /// <summary>Edits a connection, including properties that the API cannot change.</summary>
    /// <param name="connection">The UUID of the connection.</param>
    /// <param name="changes">The changed properties. Properties that are not set stay unchanged.</param>
    /// <param name="account">The UUID of its account. The default is null, for the first account that has the connection.</param>
    /// <returns>The connection with all its properties.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> is null.</exception>
    /// <exception cref="ArgumentException">A property is not valid, or the connection does not exist.</exception>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    public async Task<OAuthConnection> UpdateConnectionAsync(Guid connection, OAuthConnection changes, Guid? account = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Read(await _parts.Connections.UpdateAsync(connection, account, Write(changes)));
    }

    /// <summary>Adds an account.</summary>
    /// <param name="account">The account.</param>
    /// <returns>A task that represents the operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    /// <exception cref="ArgumentException">The account is not valid, or an account with its UUID already exists.</exception>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    public Task AddAccountAsync(SandboxAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return _parts.Accounts.AddAsync(SandboxSeed.Write(account));
    }

    /// <summary>Edits the login of an account.</summary>
    /// <param name="account">The UUID of the account.</param>
    /// <param name="login">The changed properties. Properties that are not set stay unchanged.</param>
    /// <returns>A task that represents the operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="login"/> is null.</exception>
    /// <exception cref="ArgumentException">A property is not valid, or the account does not exist.</exception>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    public Task UpdateAccountAsync(Guid account, Login login)
    {
        ArgumentNullException.ThrowIfNull(login);
        return _parts.Accounts.UpdateLoginAsync(account, (JObject)PlainJson.Read(PlannrJson.Serialize(login)));
    }

    /// <summary>Removes the requests and the e-mails from the journal.</summary>
    public void ClearRequests() => _parts.Journal.Clear();

    /// <summary>Sends a webhook to the URL of a subscription, signed with the subscription's secret.</summary>
    /// <param name="subscription">The UUID of the subscription.</param>
    /// <param name="webhookEvent">The event, which must be one of the subscription's.</param>
    /// <param name="body">The body, which is sent unchanged. Plannr does not document the content of webhooks.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The response of the receiver, whatever its status is. The timeout is 10 seconds.</returns>
    /// <exception cref="SandboxWebhookException">
    /// The subscription does not exist or is not for the event, its URL is on another machine and
    /// <see cref="PlannrSandboxOptions.AllowRemoteWebhooks"/> is false, or the receiver did not respond.
    /// </exception>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The request was canceled.</exception>
    public Task<WebhookDelivery> SendWebhookAsync(Guid subscription, WebhookEvent webhookEvent, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
        => _parts.Webhooks.SendAsync(subscription, webhookEvent.Value, body, cancellationToken);

    /// <param name="subscription">The UUID of the subscription.</param>
    /// <param name="webhookEvent">The event, which must be one of the subscription's.</param>
    /// <param name="body">The body, which is sent as UTF-8. Plannr does not document the content of webhooks.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <inheritdoc cref="SendWebhookAsync(Guid, WebhookEvent, ReadOnlyMemory{byte}, CancellationToken)"/>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public Task<WebhookDelivery> SendWebhookAsync(Guid subscription, WebhookEvent webhookEvent, string body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return SendWebhookAsync(subscription, webhookEvent, Encoding.UTF8.GetBytes(body).AsMemory(), cancellationToken);
    }

    /// <summary>
    /// Restores the initial state: the seed's accounts with their connections and webhook subscriptions, no injected faults, the whole rate limit, an
    /// empty journal, and the initial offset of the clock.
    /// </summary>
    /// <returns>A task that represents the operation.</returns>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    public Task ResetAsync() => _parts.ResetAsync();

    /// <summary>Waits until the sandbox stops.</summary>
    /// <param name="cancellationToken">Stops the sandbox.</param>
    /// <returns>A task that completes when the sandbox has stopped.</returns>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // First, so that a webhook that waits for its receiver does not delay the stop of the application.
        _parts.Webhooks.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        await _parts.DisposeAsync();
    }

    private static async Task ListenAsync(WebApplication application, PlannrSandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        // Kestrel throws an IOException itself only if the port is in use.
        catch (SocketException exception)
        {
            throw new IOException($"Failed to bind to address {options.ListenAddress}, port {options.Port}: {exception.Message}.", exception);
        }
    }

    // The "any" address is only valid for listening.
    private static Uri Reachable(Uri address)
        => IPAddress.TryParse(address.DnsSafeHost, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(address) { Host = ip.Equals(IPAddress.Any) ? "127.0.0.1" : "[::1]" }.Uri
            : address;

    private static JObject Write(OAuthConnection connection) => (JObject)PlainJson.Read(PlannrJson.Serialize(connection));

    private OAuthConnection Read((Guid Account, JObject Connection) found)
    {
        _parts.Urls.Complete(found.Connection, found.Account, BaseAddress.GetLeftPart(UriPartial.Authority));
        return PlannrJson.Deserialize<OAuthConnection>(found.Connection.ToString(Formatting.None))!;
    }
}
