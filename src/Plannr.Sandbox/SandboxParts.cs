using Plannr.Sandbox.Accounts;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Clock;
using Plannr.Sandbox.Connections;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.Faults;
using Plannr.Sandbox.Journal;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Sandbox;

/// <summary>The parts of a sandbox, except for the web application.</summary>
internal sealed class SandboxParts : IAsyncDisposable
{
    private SandboxParts(
        PlannrSandboxOptions options, Contract contract, IReadOnlyList<ContractOperation> operations, FaultPlan faults, SandboxClock clock, SandboxState state, NewSubscription newSubscription,
        ConnectionSchema connectionSchema, SandboxAccounts accounts)
    {
        Options = options;
        Contract = contract;
        Operations = operations;
        Clock = clock;
        State = state;
        Faults = faults;
        ConnectionSchema = connectionSchema;
        Accounts = accounts;
        RateLimit = new RateLimit(options.RateLimit, clock);
        // Timeouts of receivers use the clock of the machine.
        Webhooks = new WebhookSender(state, clock, options.TimeProvider, options.AllowRemoteWebhooks);
        Journal = new RequestJournal(options.JournalCapacity, options.Log);
        Emails = new ExpiryEmails(state, Journal, clock);
        Connections = new SandboxConnections(state, new NewConnection(state, contract.ExampleConnection, clock), connectionSchema, Emails, clock);
        Urls = new AuthorizationUrls(state, options.SimulateAuthorization);
        Implemented = new ImplementedOperations(operations, state, Urls, newSubscription, clock);
    }

    public PlannrSandboxOptions Options { get; }

    public Contract Contract { get; }

    public IReadOnlyList<ContractOperation> Operations { get; }

    public SandboxClock Clock { get; }

    public SandboxState State { get; }

    public FaultPlan Faults { get; }

    public RateLimit RateLimit { get; }

    public WebhookSender Webhooks { get; }

    public RequestJournal Journal { get; }

    public ExpiryEmails Emails { get; }

    public SandboxConnections Connections { get; }

    public ConnectionSchema ConnectionSchema { get; }

    public SandboxAccounts Accounts { get; }

    public AuthorizationUrls Urls { get; }

    public ImplementedOperations Implemented { get; }

    /// <summary>Creates the parts of a sandbox.</summary>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="InvalidDataException">The seed or the data file is not valid.</exception>
    /// <exception cref="DataFileException">The data file cannot be opened, read or written, or is damaged.</exception>
    public static async Task<SandboxParts> CreateAsync(PlannrSandboxOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        var contract = options.ContractText is { } text ? await Contract.ParseAsync(text, cancellationToken) : await Contract.LoadAsync(cancellationToken);
        var operations = await ContractOperations.OfAsync(contract);
        var faults = new FaultPlan(options.Fault, operations.Select(o => o.Id));
        // Resources of a seed without timestamps get the initial time of the clock.
        var clock = new SandboxClock(options.TimeProvider, options.ClockOffset ?? TimeSpan.Zero);
        var newSubscription = new NewSubscription(new SigningSecrets(options.WebhookSigningSecret), clock);
        var seed = await SandboxSeed.OfAsync(options, contract, newSubscription, cancellationToken);
        var (kept, journal) = options.DataFile is { } file ? DataFile.Open(file, seed) : (new KeptState(seed, TimeSpan.Zero), new MemoryJournal());
        var state = new SandboxState(seed, kept.Accounts, journal, clock);
        if (options.ClockOffset is null)
        {
            clock.Continue(kept.ClockOffset);
        }
        else
        {
            await KeepClockAsync(state, clock.Offset);
        }

        return new SandboxParts(
            options, contract, operations, faults, clock, state, newSubscription, await ConnectionSchema.OfAsync(ContractSchemas.Of(contract)), await SandboxAccounts.OfAsync(contract, state, newSubscription));
    }

    /// <summary>Moves the clock forward.</summary>
    /// <returns>The e-mails that Plannr would have sent in the meantime.</returns>
    /// <exception cref="SandboxInputException">The duration is not valid.</exception>
    /// <exception cref="DataFileException">The data file cannot be written. The clock is unchanged.</exception>
    public async Task<IReadOnlyList<SandboxEmail>> AdvanceTimeAsync(TimeSpan duration)
    {
        Emails.Collect();
        Clock.Advance(duration);
        await State.KeepClockAsync(Clock.Offset).ConfigureAwait(false);
        return Emails.Collect();
    }

    /// <summary>Restores the initial state.</summary>
    /// <exception cref="DataFileException">The data file cannot be written. Nothing is changed.</exception>
    public async Task ResetAsync()
    {
        await State.ResetAsync(Clock.Start);
        Faults.Clear();
        Journal.Clear();
        Clock.Reset();
        RateLimit.Reset();
        Emails.Reset();
    }

    public async ValueTask DisposeAsync()
    {
        Webhooks.Dispose();
        await State.DisposeAsync();
    }

    private static async Task KeepClockAsync(SandboxState state, TimeSpan offset)
    {
        try
        {
            await state.KeepClockAsync(offset);
        }
        catch
        {
            await state.DisposeAsync();
            throw;
        }
    }
}
