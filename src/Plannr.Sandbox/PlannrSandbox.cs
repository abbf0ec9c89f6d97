using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Plannr.Generated;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.Control;
using Plannr.Mcp.Documentation;
using Plannr.Sandbox.Faults;
using Plannr.Sandbox.Mcp;
using Plannr.Sandbox.Portal;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Sandbox;

/// <summary>
/// A local Plannr, on the loopback interface unless told otherwise. Unless it is seeded, it has the contract's example connection and
/// webhook subscription in it.
/// </summary>
public sealed class PlannrSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SandboxState _state;
    private readonly FaultPlan _faults;
    private readonly RateLimit _rateLimit;
    private readonly WebhookSender _webhooks;

    private PlannrSandbox(
        WebApplication application, SandboxState state, FaultPlan faults, RateLimit rateLimit, WebhookSender webhooks, PlannrSandboxOptions options, Contract contract)
    {
        _application = application;
        _state = state;
        _faults = faults;
        _rateLimit = rateLimit;
        _webhooks = webhooks;
        BaseAddress = Reachable(new Uri(application.Urls.Single()));
        Token = options.Token;
        ExampleConnection = state.FirstConnection ?? contract.ExampleUuid;
        DefaultAccount = state.Accounts[0];
    }

    /// <summary>Where the sandbox listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The access token that it accepts.</summary>
    public string Token { get; }

    /// <summary>The UUID of the first connection that it starts with; the contract's example has it unless the sandbox is seeded.</summary>
    public Guid ExampleConnection { get; }

    /// <summary>The account of a request without the header <c>X-PLANNR-ACCOUNT-UUID</c>.</summary>
    public Guid DefaultAccount { get; }

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">How; the defaults take a free port.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running sandbox; disposing it stops it.</returns>
    /// <exception cref="ArgumentException">An option is not right.</exception>
    /// <exception cref="InvalidDataException">The seed or the data file is not right; the message says where, and what is expected.</exception>
    /// <exception cref="IOException">The port is taken, or the address is not one of this machine's.</exception>
    public static async Task<PlannrSandbox> StartAsync(PlannrSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new PlannrSandboxOptions();
        options.Check();
        var contract = options.ContractText is { } text ? await Contract.ParseAsync(text, cancellationToken) : await Contract.LoadAsync(cancellationToken);
        var operations = await ContractOperations.OfAsync(contract);
        var newSubscription = new NewSubscription(new SigningSecrets(options.WebhookSigningSecret), options.TimeProvider);
        var state = await OpenStateAsync(options, contract, newSubscription, cancellationToken);
        var implemented = new ImplementedOperations(operations, state, newSubscription, options.TimeProvider);
        var faults = new FaultPlan(options.Fault);
        var rateLimit = new RateLimit(options.RateLimit, options.TimeProvider);
        var webhooks = new WebhookSender(state, options.TimeProvider, options.AllowRemoteWebhooks);
        WebApplication? application = null;
        try
        {
            application = Build(options, contract, operations, implemented, state, faults, rateLimit, webhooks);
            await ListenAsync(application, options, cancellationToken);
            return new PlannrSandbox(application, state, faults, rateLimit, webhooks, options, contract);
        }
        catch
        {
            await (application?.DisposeAsync() ?? default);
            webhooks.Dispose();
            await state.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the next calls fail.</summary>
    /// <param name="fault">How. Faults that are injected one after the other happen one after the other.</param>
    /// <param name="calls">How many calls.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="calls"/> is not positive.</exception>
    public void InjectFault(SandboxFault fault, int calls = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(calls);
        _faults.Inject(fault, calls);
    }

    /// <summary>Takes back the injected faults that no call has had yet.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Sends a webhook to the URL of a subscription, signed with the subscription's secret.</summary>
    /// <param name="subscription">The UUID of the subscription.</param>
    /// <param name="webhookEvent">The event; the subscription must be for it.</param>
    /// <param name="body">The body, which is sent byte for byte. Plannr documents none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The response of the receiver, whatever its status. The receiver has 10 seconds for it.</returns>
    /// <exception cref="SandboxWebhookException">
    /// There is no such subscription, it is not for the event, its URL is on another machine and
    /// <see cref="PlannrSandboxOptions.AllowRemoteWebhooks"/> is false, or the receiver did not respond.
    /// </exception>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The request was canceled.</exception>
    public Task<WebhookDelivery> SendWebhookAsync(Guid subscription, WebhookEvent webhookEvent, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
        => _webhooks.SendAsync(subscription, webhookEvent.Value, body, cancellationToken);

    /// <param name="subscription">The UUID of the subscription.</param>
    /// <param name="webhookEvent">The event; the subscription must be for it.</param>
    /// <param name="body">The body, which is sent in UTF-8. Plannr documents none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <inheritdoc cref="SendWebhookAsync(Guid, WebhookEvent, ReadOnlyMemory{byte}, CancellationToken)"/>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public Task<WebhookDelivery> SendWebhookAsync(Guid subscription, WebhookEvent webhookEvent, string body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return SendWebhookAsync(subscription, webhookEvent, Encoding.UTF8.GetBytes(body).AsMemory(), cancellationToken);
    }

    /// <summary>Returns to the start: the seed's accounts with their connections and webhook subscriptions, no injected faults, and the whole rate limit.</summary>
    /// <returns>A task that ends when it is done.</returns>
    /// <exception cref="IOException">The data file cannot be written.</exception>
    public Task ResetAsync() => ResetAsync(_state, _faults, _rateLimit);

    /// <summary>Waits until the sandbox stops.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when it has stopped.</returns>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // First, for a webhook that waits for its receiver not to keep the application from stopping.
        _webhooks.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        await _state.DisposeAsync();
    }

    private static async Task ResetAsync(SandboxState state, FaultPlan faults, RateLimit rateLimit)
    {
        faults.Clear();
        rateLimit.Reset();
        await state.ResetAsync();
    }

    private static async Task<SandboxState> OpenStateAsync(PlannrSandboxOptions options, Contract contract, NewSubscription newSubscription, CancellationToken cancellationToken)
    {
        var seed = await SandboxSeed.OfAsync(options, contract, newSubscription, cancellationToken);
        var (accounts, journal) = options.DataFile is { } file ? DataFile.Open(file, seed) : (seed, new MemoryJournal());
        return new SandboxState(seed, accounts, journal);
    }

    private static async Task ListenAsync(WebApplication application, PlannrSandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        // Kestrel does so itself where the port is taken, and for nothing else.
        catch (SocketException exception)
        {
            throw new IOException($"Failed to bind to address {options.ListenAddress}, port {options.Port}: {exception.Message}.", exception);
        }
    }

    private static WebApplication Build(
        PlannrSandboxOptions options,
        Contract contract,
        IReadOnlyList<ContractOperation> operations,
        ImplementedOperations implemented,
        SandboxState state,
        FaultPlan faults,
        RateLimit rateLimit,
        WebhookSender webhooks)
    {
        // The content root would be the current directory, which is the user's and not the sandbox's.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(options.ListenAddress, options.Port));

        var documentation = ApiDocumentation.Parse(contract.Yaml, contract.Json);
        builder.Services.AddPlannrMcp(documentation, options.Token, options.AllowMcpCalls);

        var application = builder.Build();
        application.UseExceptionHandler(errors => errors.Run(context
            => Answers.Failure(context.Features.Get<IExceptionHandlerFeature>()!.Error).ExecuteAsync(context)));
        application.UseStatusCodePages(context =>
        {
            var status = context.HttpContext.Response.StatusCode;
            return Answers.Error(status, ReasonPhrases.GetReasonPhrase(status)).ExecuteAsync(context.HttpContext);
        });
        application.UseRouting();

        // The API. Its token, accounts, rate limit, validation and faults concern its own paths only; what else the sandbox
        // serves is mapped below, beside the control endpoints, and knows nothing of them.
        var authentication = new Authentication([options.Token, .. options.OtherTokens]);
        var exchange = new FaultyExchange(options.TimeProvider, application.Lifetime.ApplicationStopping);
        var pipeline = new ApiPipeline(authentication, rateLimit, faults, state, implemented, exchange);
        application.UseApi(pipeline);
        application.MapContract(operations, pipeline);
        application.MapControl(authentication, faults, webhooks, () => ResetAsync(state, faults, rateLimit));
        application.MapPortal(documentation, options.Token);
        application.MapPlannrMcp();
        return application;
    }

    // "Any address" is one to listen on, and not one to call.
    private static Uri Reachable(Uri address)
        => IPAddress.TryParse(address.DnsSafeHost, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(address) { Host = ip.Equals(IPAddress.Any) ? "127.0.0.1" : "[::1]" }.Uri
            : address;
}
