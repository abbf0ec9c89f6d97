using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Plannr.Client.Errors;
using Plannr.Client.Sending;
using Plannr.Client.Telemetry;
using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// The Plannr CRM API, with tokens, retries, a rate limit, timeouts and logs. One is enough for a process, and may be used
/// by many threads at once. With dependency injection, <c>services.AddPlannrClient(...)</c> creates it.
/// </summary>
/// <remarks>
/// When a call fails, its methods throw a <see cref="PlannrException"/>, usually of a derived class. In place of the
/// <see cref="HttpRequestException"/> of a generated client on its own, they throw a <see cref="PlannrTransportException"/>, and
/// after a timeout a <see cref="PlannrTimeoutException"/>. They throw <see cref="OperationCanceledException"/> only if the caller's
/// token was canceled, and <see cref="ArgumentException"/> for arguments that cannot be sent.
/// </remarks>
public sealed class PlannrClient : IPlannrClient, IDisposable
{
    private readonly HttpClient _httpClient;

    /// <summary>Initializes a new instance of the class with an access token, its own connections, and the default options.</summary>
    /// <param name="accessToken">The access token, without the word <c>Bearer</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="accessToken"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accessToken"/> is empty, or contains a space, a line break or a
    /// character that is not ASCII. The message does not quote it.</exception>
    public PlannrClient(string accessToken)
        : this(new PlannrClientOptions { AccessToken = Valid(accessToken) })
    {
    }

    /// <summary>Initializes a new instance of the class with options and its own connections.</summary>
    /// <param name="options">How it works. Later changes have no effect.</param>
    /// <param name="loggerFactory">Where its logs go; null for nowhere.</param>
    /// <param name="primaryHandler">Sends the requests in place of a handler of the client's own, such as one of a test. It is
    /// disposed with the client, and should follow no redirects.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or not valid; the message names it.</exception>
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

    /// <summary>Closes the connections; calls that are under way fail.</summary>
    public void Dispose() => _httpClient.Dispose();

    /// <summary>Sends what is no operation of a generated client, with all that a call has around it.</summary>
    internal HttpClient HttpClient => _httpClient;

    internal static ILogger LoggerOf(ILoggerFactory? factory) => (factory ?? NullLoggerFactory.Instance).CreateLogger("Plannr.Client");

    private static string Valid(string accessToken)
        => Authorization.IsToken(accessToken ?? throw new ArgumentNullException(nameof(accessToken)))
            ? accessToken
            : throw new ArgumentException($"The text is {Authorization.NoToken}.", nameof(accessToken));

    private static PlannrClientOptions Valid(PlannrClientOptions options)
    {
        var result = new PlannrClientOptionsValidator().Validate(Options.DefaultName, options ?? throw new ArgumentNullException(nameof(options)));
        return result.Succeeded ? options : throw new OptionsValidationException(Options.DefaultName, typeof(PlannrClientOptions), result.Failures);
    }
}
