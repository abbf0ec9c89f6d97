using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Plannr.Client.Errors;
using Plannr.Client.Sending;
using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// The Plannr CRM API, with tokens, retries, a rate limit, timeouts and logs. One is enough for a process, and may be used
/// by many threads at once. With dependency injection, <c>services.AddPlannrClient(...)</c> creates it.
/// </summary>
/// <remarks>
/// Its methods throw <see cref="PlannrApiException"/> or a class derived from it for whatever goes wrong with a call,
/// <see cref="OperationCanceledException"/> if the caller's token was cancelled, and <see cref="ArgumentException"/> for what
/// cannot be sent. Unlike the generated clients by themselves, they throw <see cref="PlannrTransportException"/> where no
/// answer came, and <see cref="PlannrTimeoutException"/> where none came in time.
/// </remarks>
public sealed class PlannrClient : IPlannrClient, IDisposable
{
    private readonly HttpClient _httpClient;

    /// <summary>Creates a client with connections of its own.</summary>
    /// <param name="options">How it works. Later changes have no effect.</param>
    /// <param name="loggerFactory">Where its logs go; null for nowhere.</param>
    /// <param name="primaryHandler">Sends the requests in place of a handler of the client's own, such as one of a test. It is
    /// disposed with the client, and should follow no redirects.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or not valid; the message names it.</exception>
    public PlannrClient(PlannrClientOptions options, ILoggerFactory? loggerFactory = null, HttpMessageHandler? primaryHandler = null)
        : this(HandlerChain.CreateHttpClient(Valid(options), LoggerOf(loggerFactory), primaryHandler), options)
    {
    }

    internal PlannrClient(HttpClient httpClient, PlannrClientOptions options)
    {
        _httpClient = httpClient;
        OAuthConnections = new OAuthConnectionsClient(httpClient)
        {
            MaxResponseBytes = options.MaxResponseBytes,
            ErrorConverter = new ErrorConversion(options.Clock).Convert,
        };
    }

    /// <inheritdoc/>
    public IOAuthConnectionsClient OAuthConnections { get; }

    /// <summary>Closes the connections; calls that are under way fail.</summary>
    public void Dispose() => _httpClient.Dispose();

    /// <summary>Sends what is no operation of a generated client, with all that a call has around it.</summary>
    internal HttpClient HttpClient => _httpClient;

    internal static ILogger LoggerOf(ILoggerFactory? factory) => (factory ?? NullLoggerFactory.Instance).CreateLogger("Plannr.Client");

    private static PlannrClientOptions Valid(PlannrClientOptions options)
    {
        var result = new PlannrClientOptionsValidator().Validate(Options.DefaultName, options ?? throw new ArgumentNullException(nameof(options)));
        return result.Succeeded ? options : throw new OptionsValidationException(Options.DefaultName, typeof(PlannrClientOptions), result.Failures);
    }
}
