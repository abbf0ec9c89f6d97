namespace Plannr.Generated.Runtime;

/// <summary>What the generated clients have in common: sending a request and reading its response.</summary>
public abstract class ApiClient
{
    private readonly HttpClient _httpClient;
    private readonly Uri? _server;

    /// <summary>Creates a client that sends with <paramref name="httpClient"/>.</summary>
    /// <param name="httpClient">Sends the requests; its base address, where it has one, takes the place of <paramref name="server"/>.</param>
    /// <param name="server">The server that the contract names; null if it names none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> is null.</exception>
    protected ApiClient(HttpClient httpClient, Uri? server)
    {
        _httpClient = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        _server = server;
    }

    /// <summary>The size, in bytes and after decompression, that a response's body may have; a larger one is refused. 10 MiB unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxResponseBytes
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxResponseBytes must be positive.");
    } = 10 * 1024 * 1024;

    /// <summary>Gives the exceptions for responses the types that an application catches; null, as it is unless set, leaves them as they are.</summary>
    public Func<PlannrApiException, PlannrApiException>? ErrorConverter { get; init; }

    /// <summary>Sends a request and reads its response, a success with a JSON body, as the contract says.</summary>
    /// <typeparam name="T">The type of a success's body.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="responses">The responses that the contract documents for it.</param>
    /// <param name="cancellationToken">Ends the call, also while the response is being read.</param>
    /// <returns>The response, if it is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or not as the contract says.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The contract names no server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse<T>> SendAsync<T>(ApiRequest request, ApiResponses responses, CancellationToken cancellationToken)
        => await CallAsync(request, NoFile, Required(responses).ReadJson<T>, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request and reads its response, a success whose body is text, as the contract says.</summary>
    /// <param name="request">The request.</param>
    /// <param name="responses">The responses that the contract documents for it.</param>
    /// <param name="cancellationToken">Ends the call, also while the response is being read.</param>
    /// <returns>The response, if it is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or not as the contract says.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The contract names no server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse<string>> SendForTextAsync(ApiRequest request, ApiResponses responses, CancellationToken cancellationToken)
        => await CallAsync(request, NoFile, Required(responses).ReadText, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request and reads its response, a success whose body is a file, as the contract says. The file is the caller's to dispose.</summary>
    /// <param name="request">The request.</param>
    /// <param name="responses">The responses that the contract documents for it.</param>
    /// <param name="cancellationToken">Ends the call, up to the response's headers.</param>
    /// <returns>The response, if it is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or not as the contract says.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The contract names no server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse<ApiFile>> SendForFileAsync(ApiRequest request, ApiResponses responses, CancellationToken cancellationToken)
        => await CallAsync(request, Required(responses).HasBody, responses.ReadFile, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request and reads its response, a success without a body, as the contract says.</summary>
    /// <param name="request">The request.</param>
    /// <param name="responses">The responses that the contract documents for it.</param>
    /// <param name="cancellationToken">Ends the call, also while the response is being read.</param>
    /// <returns>The response, if it is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or not as the contract says.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The contract names no server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse> SendAsync(ApiRequest request, ApiResponses responses, CancellationToken cancellationToken)
        => await CallAsync(request, NoFile, Required(responses).Read, cancellationToken).ConfigureAwait(false);

    private async Task<TResponse> CallAsync<TResponse>(ApiRequest request, Func<int, bool> isFile, Func<BufferedResponse, TResponse> read, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        var server = _httpClient.BaseAddress ?? _server
            ?? throw new InvalidOperationException("The contract names no server, and the HttpClient has no BaseAddress. Set it.");
        using var message = request.ToMessage(server, isFile);
        var response = await BufferedResponse.ReceiveAsync(_httpClient, message, MaxResponseBytes, isFile, cancellationToken).ConfigureAwait(false);
        try
        {
            return read(response);
        }
        catch (PlannrApiException exception) when (ErrorConverter is not null)
        {
            throw ErrorConverter(exception);
        }
    }

    private static bool NoFile(int status) => false;

    // Before anything is sent.
    private static ApiResponses Required(ApiResponses responses) => responses ?? throw new ArgumentNullException(nameof(responses));
}
