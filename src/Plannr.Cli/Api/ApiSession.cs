using Plannr.Cli.Output;
using Plannr.Cli.Sandbox;
using Plannr.Client;
using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>A command's access to the API: a sandbox in this process, or the API with the user's token. It is created on first use.</summary>
internal sealed class ApiSession(ApiSettings settings, Messages messages, Secret secret) : IAsyncDisposable
{
    // The default address of 'plannr sandbox'. A curl command cannot use the sandbox of this process, which has ended by then.
    private static readonly Uri DefaultSandbox = new("http://127.0.0.1:5080");

    private InnerSandbox? _sandbox;
    private PlannrClient? _client;

    public ApiSettings Settings => settings;

    public Messages Messages => messages;

    public Secret Secret => secret;

    /// <summary>Gets the server of the client; before the client is created, it is Plannr.</summary>
    public Uri Server => _client?.HttpClient.BaseAddress ?? ServerAddress.OfPlannr;

    /// <summary>Gets a description of where the token comes from; before the client is created, it is empty.</summary>
    public string TokenSource { get; private set; } = "";

    /// <summary>Gets the token of the sandbox; null if the server is not a sandbox in this process.</summary>
    public string? SandboxToken => _sandbox?.Token;

    /// <summary>Returns the client of the API. It keeps the response bodies as they were received.</summary>
    /// <exception cref="CommandFailure">There is no usable token or server.</exception>
    public async Task<PlannrClient> ClientAsync(CancellationToken cancellationToken) => _client ??= await CreateClientAsync(keepsResponseBodies: true, cancellationToken);

    /// <summary>Returns a client for thousands of calls. It does not keep the response bodies.</summary>
    /// <exception cref="CommandFailure">There is no usable token or server.</exception>
    public async Task<PlannrClient> BulkClientAsync(CancellationToken cancellationToken) => _client ??= await CreateClientAsync(keepsResponseBodies: false, cancellationToken);

    /// <summary>Returns the request of a call without sending it.</summary>
    /// <exception cref="CommandFailure">The environment names a server that the token must not be sent to.</exception>
    public Task<PreparedRequest> PrepareAsync(Func<IPlannrClient, CancellationToken, Task> call, CancellationToken cancellationToken)
        => PreparedRequest.OfAsync(settings.ClientOptions(DefaultSandbox), call, cancellationToken);

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
