using Plannr.Cli.Output;
using Plannr.Cli.Sandbox;
using Plannr.Client;
using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>A command's way to the API: a sandbox of its own, or the API with the user's token. Nothing is opened before it is asked for.</summary>
internal sealed class ApiSession(ApiSettings settings, Messages messages, Secret secret) : IAsyncDisposable
{
    // Where 'plannr sandbox' listens unless told otherwise: the one in this process is gone when a curl command is run.
    private static readonly Uri UsualSandbox = new("http://127.0.0.1:5080");

    private InnerSandbox? _sandbox;
    private PlannrClient? _client;

    public ApiSettings Settings => settings;

    public Messages Messages => messages;

    public Secret Secret => secret;

    /// <summary>The server, once there is a client.</summary>
    public Uri Server => _client?.HttpClient.BaseAddress ?? ServerAddress.OfPlannr;

    /// <summary>Where the token comes from, once there is a client.</summary>
    public string TokenSource { get; private set; } = "";

    /// <summary>The token of the sandbox; null if the server is none.</summary>
    public string? SandboxToken => _sandbox?.Token;

    /// <summary>Returns the client of the API, whose responses have their bodies as they were received.</summary>
    /// <exception cref="CommandFailure">There is no usable token or server.</exception>
    public async Task<PlannrClient> ClientAsync(CancellationToken cancellationToken) => _client ??= await CreateClientAsync(keepsResponseBodies: true, cancellationToken);

    /// <summary>A client for calls that come by the thousand, whose bodies nobody looks at.</summary>
    /// <exception cref="CommandFailure">There is no usable token or server.</exception>
    public async Task<PlannrClient> BulkClientAsync(CancellationToken cancellationToken) => _client ??= await CreateClientAsync(keepsResponseBodies: false, cancellationToken);

    /// <summary>What a call would send, in place of sending it.</summary>
    /// <exception cref="CommandFailure">The environment names a server that the token may not travel to.</exception>
    public Task<PreparedRequest> PrepareAsync(Func<IPlannrClient, CancellationToken, Task> call, CancellationToken cancellationToken)
        => PreparedRequest.OfAsync(settings.ClientOptions(UsualSandbox), call, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    private async Task<PlannrClient> CreateClientAsync(bool keepsResponseBodies, CancellationToken cancellationToken)
    {
        var options = settings.ToSandbox ? await StartSandboxAsync(cancellationToken) : settings.ClientOptions();
        if (!settings.ToSandbox)
        {
            var token = await AccessToken.ReadAsync(settings, cancellationToken);
            secret.Add(token.Value);
            TokenSource = token.Source;
            options.AccessToken = token.Value;
        }

        options.KeepsResponseBodies = keepsResponseBodies;
        return new PlannrClient(options, messages);
    }

    private async Task<PlannrClientOptions> StartSandboxAsync(CancellationToken cancellationToken)
    {
        _sandbox = await InnerSandbox.StartAsync(settings.RequestsPerMinute, cancellationToken);
        TokenSource = "the sandbox";
        var options = settings.ClientOptions(_sandbox.BaseAddress);
        options.AccessToken = _sandbox.Token;
        return options;
    }
}
