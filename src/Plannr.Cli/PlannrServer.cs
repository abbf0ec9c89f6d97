using System.Net.Http.Headers;
using Plannr.Sandbox;

namespace Plannr.Cli;

/// <summary>The server that a command talks to: a sandbox of its own, or the API with the token of the environment.</summary>
internal sealed class PlannrServer : IAsyncDisposable
{
    private const string TokenVariable = "PLANNR_ACCESS_TOKEN";
    private const string BaseUrlVariable = "PLANNR_BASE_URL";

    private readonly PlannrSandbox? _sandbox;

    private PlannrServer(HttpClient httpClient, PlannrSandbox? sandbox)
    {
        HttpClient = httpClient;
        _sandbox = sandbox;
    }

    public HttpClient HttpClient { get; }

    /// <summary>The token of the sandbox; null if the server is none.</summary>
    public string? SandboxToken => _sandbox?.Token;

    /// <exception cref="UsageException">There is no usable token or server.</exception>
    public static async Task<PlannrServer> ConnectAsync(bool toSandbox, CancellationToken cancellationToken)
    {
        if (!toSandbox)
        {
            return new PlannrServer(CreateHttpClient(BaseAddress(), Token()), sandbox: null);
        }

        var sandbox = await PlannrSandbox.StartAsync(cancellationToken: cancellationToken);
        return new PlannrServer(CreateHttpClient(sandbox.BaseAddress, sandbox.Token), sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        HttpClient.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    // No redirects: a redirected PUT would arrive without its token.
    private static HttpClient CreateHttpClient(Uri? baseAddress, string token)
        => new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = baseAddress,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };

    private static string Token()
    {
        var token = Environment.GetEnvironmentVariable(TokenVariable)?.Trim();
        if (string.IsNullOrEmpty(token))
        {
            throw new UsageException($"There is no access token. Set {TokenVariable}, or try the command with --sandbox, which needs none.");
        }

        // Refused here, because the exception for a malformed header would quote it.
        return token.All(c => c is > ' ' and <= '~')
            ? token
            : throw new UsageException($"{TokenVariable} is not an access token: it holds a space, a line break or a character that no token has.");
    }

    /// <returns>Another server than the contract's, or null.</returns>
    /// <exception cref="UsageException">The environment names one that the token may not travel to.</exception>
    public static Uri? BaseAddress()
    {
        var text = Environment.GetEnvironmentVariable(BaseUrlVariable);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw new UsageException($"{BaseUrlVariable} must be an https URL (http only to this machine), as the access token travels there.");
    }
}
