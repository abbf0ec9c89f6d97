using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Plannr.Client.Errors;
using Plannr.Client.Sending;
using Plannr.Client.Telemetry;
using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// A client for the Plannr CRM API with access tokens, retries, a rate limit, timeouts and logs. It is thread-safe, and one instance
/// is enough for a process. With dependency injection, <c>services.AddPlannrClient(...)</c> creates it.
/// </summary>
/// <remarks>
/// When a call fails, the methods throw a <see cref="PlannrException"/>, usually of a derived class. If the connection fails, they throw
/// a <see cref="PlannrTransportException"/>, where a generated client on its own throws an <see cref="HttpRequestException"/>. After a
/// timeout, they throw a <see cref="PlannrTimeoutException"/>. They throw an <see cref="OperationCanceledException"/> only if the
/// caller's token is canceled, and an <see cref="ArgumentException"/> if an argument cannot be sent.
/// </remarks>
public sealed class PlannrClient : IPlannrClient, IDisposable
{
    private readonly HttpClient _httpClient;

    /// <summary>Initializes a new instance of the class with an access token, its own connections, and the default options.</summary>
    /// <param name="accessToken">The access token, without the word <c>Bearer</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="accessToken"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accessToken"/> is empty, or contains a space, a line break or a
    /// non-ASCII character. The message does not contain the token.</exception>
    public PlannrClient(string accessToken)
        : this(new PlannrClientOptions { AccessToken = Valid(accessToken) })
    {
    }

    /// <summary>Initializes a new instance of the class with options and its own connections.</summary>
    /// <param name="options">The options. Later changes have no effect.</param>
    /// <param name="loggerFactory">Creates the logger. The default, null, disables logging.</param>
    /// <param name="primaryHandler">The handler that sends the requests, such as a test double. It is disposed with the client, and
    /// should not follow redirects. The default, null, creates one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or not valid. The message names it.</exception>
    public PlannrClient(PlannrClientOptions options, ILoggerFactory? loggerFactory = null, HttpMessageHandler? primaryHandler = null)
        : this(HandlerChain.CreateHttpClient(Valid(options), LoggerOf(loggerFactory), primaryHandler), options, LoggerOf(loggerFactory))
    {
    }

    internal PlannrClient(HttpClient httpClient, PlannrClientOptions options, ILogger logger)
    {
        _httpClient = httpClient;
        var drift = ContractDriftTelemetry.Observer(options, logger);
        var convert = new ErrorConversion(options.Clock).Convert;
        Logins = new LoginsClient(httpClient)
        {
            MaxResponseBytes = options.MaxResponseBytes,
            KeepsResponseBodies = options.KeepsResponseBodies,
            ErrorConverter = convert,
            DriftObserver = drift,
        };
        Me = new MeClient(httpClient)
        {
            MaxResponseBytes = options.MaxResponseBytes,
            KeepsResponseBodies = options.KeepsResponseBodies,
            ErrorConverter = convert,
            DriftObserver = drift,
        };
        OAuthConnections = new OAuthConnectionsClient(httpClient)
        {
            MaxResponseBytes = options.MaxResponseBytes,
            KeepsResponseBodies = options.KeepsResponseBodies,
            ErrorConverter = convert,
            DriftObserver = drift,
        };
        WebhookSubscriptions = new WebhookSubscriptionsClient(httpClient)
        {
            MaxResponseBytes = options.MaxResponseBytes,
            KeepsResponseBodies = options.KeepsResponseBodies,
            ErrorConverter = convert,
            DriftObserver = drift,
        };
    }

    /// <inheritdoc/>
    public ILoginsClient Logins { get; }

    /// <inheritdoc/>
    public IMeClient Me { get; }

    /// <inheritdoc/>
    public IOAuthConnectionsClient OAuthConnections { get; }

    /// <inheritdoc/>
    public IWebhookSubscriptionsClient WebhookSubscriptions { get; }

    /// <summary>Closes the connections. Pending calls fail.</summary>
    public void Dispose() => _httpClient.Dispose();

    /// <summary>Gets the client that sends requests through the same handlers as a call, for requests without a generated method.</summary>
    internal HttpClient HttpClient => _httpClient;

    internal static ILogger LoggerOf(ILoggerFactory? factory) => (factory ?? NullLoggerFactory.Instance).CreateLogger("Plannr.Client");

    private static string Valid(string accessToken)
        => Authorization.IsToken(accessToken ?? throw new ArgumentNullException(nameof(accessToken)))
            ? accessToken
            : throw new ArgumentException("The value is not a valid access token. " + Authorization.TokenRule, nameof(accessToken));

    private static PlannrClientOptions Valid(PlannrClientOptions options)
    {
        var result = new PlannrClientOptionsValidator().Validate(Options.DefaultName, options ?? throw new ArgumentNullException(nameof(options)));
        return result.Succeeded ? options : throw new OptionsValidationException(Options.DefaultName, typeof(PlannrClientOptions), result.Failures);
    }
}
