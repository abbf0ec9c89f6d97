using System.ComponentModel;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Responses;

namespace Plannr.Runtime.Requests;

/// <summary>What the generated clients have in common: sending a request and reading its response.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiClient
{
    private readonly HttpClient _httpClient;
    private readonly Uri? _server;
    private ServerPrefix? _prefix;

    /// <summary>Creates a client that sends with <paramref name="httpClient"/>.</summary>
    /// <param name="httpClient">Sends the requests; its base address, where it has one, takes the place of <paramref name="server"/> and of the
    /// servers of single operations, so that no request goes to another host.</param>
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

    /// <summary>
    /// Gets the function that converts the exception for a response to the one that is thrown. Null, the default, throws it
    /// unchanged.
    /// </summary>
    public Func<PlannrApiException, PlannrApiException>? ErrorConverter { get; init; }

    /// <summary>
    /// Gets the function that is told of each place in which a response differs from the contract, in the middle of the call and once for
    /// a response. An exception that it throws ends the call. Null, the default, compares nothing. Values of unions and errors with a
    /// status of 500 to 599, which may be a proxy's, are not compared.
    /// </summary>
    public Action<ContractDrift>? DriftObserver { get; init; }

    /// <summary>
    /// Gets a value that indicates whether <see cref="ApiResponse.ResponseBody"/> is set, which costs a string for each response. The
    /// default is false.
    /// </summary>
    public bool KeepsResponseBodies { get; init; }

    /// <summary>Sends a request and reads its response, a success with a JSON body, as the contract says.</summary>
    /// <typeparam name="T">The type of a success's body.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="format">How the body is read.</param>
    /// <param name="cancellationToken">Ends the call, also while the response is being read.</param>
    /// <returns>The response, if it is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or not as the contract says.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The contract names no server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse<T>> SendAsync<T>(ApiRequest request, JsonFormat<T> format, CancellationToken cancellationToken)
    {
        using var response = await ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        var body = SuccessOf(request.Operation, response);
        if (body == ApiOperation.SuccessBody.None || (body == ApiOperation.SuccessBody.Nullable && response.IsJsonNull))
        {
            return new ApiResponse<T>(response.Message, default!) { ResponseBody = KeptBodyOf(response) };
        }

        return response.TryReadJson(format, isError: false, new DriftReport(request.Operation, DriftObserver), out var value, out var problem)
            ? new ApiResponse<T>(response.Message, value) { ResponseBody = KeptBodyOf(response) }
            : throw Converted(response.Unreadable(problem));
    }

    /// <summary>Sends a request and reads its response, a success whose body is text, as the contract says.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call, also while the response is being read.</param>
    /// <returns>The response, if it is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or not as the contract says.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The contract names no server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse<string>> SendForTextAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var response = await ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        var text = SuccessOf(request.Operation, response) == ApiOperation.SuccessBody.None ? default!
            : response.Problem is { } problem ? throw Converted(Unreadable(request.Operation, response, problem))
            : response.Text;
        return new ApiResponse<string>(response.Message, text) { ResponseBody = KeptBodyOf(response) };
    }

    /// <summary>Sends a request and reads its response, a success whose body is a file, as the contract says. The file is the caller's to dispose.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call, up to the response's headers.</param>
    /// <returns>The response, if it is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or not as the contract says.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The contract names no server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse<ApiFile>> SendForFileAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var response = await ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        SuccessOf(request.Operation, response);
        return new ApiResponse<ApiFile>(response.Message, response.File!);
    }

    /// <summary>Sends a request and reads its response, a success without a body, as the contract says. If it has one all the same, that says nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call, also while the response is being read.</param>
    /// <returns>The response, if it is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or not as the contract says.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The contract names no server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var response = await ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        SuccessOf(request.Operation, response);
        return new ApiResponse(response.Message) { ResponseBody = KeptBodyOf(response) };
    }

    /// <summary>Waits for a response, and returns its value. Its name does not end in Async, as one of the contract's may.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="response">The response.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    protected static Task<T> ValueOf<T>(Task<ApiResponse<T>> response)
    {
        return ReadAsync(response ?? throw new ArgumentNullException(nameof(response)));

        static async Task<T> ReadAsync(Task<ApiResponse<T>> response) => (await response.ConfigureAwait(false)).Value;
    }

    private ApiOperation.SuccessBody SuccessOf(ApiOperation operation, BufferedResponse response)
        => operation.IsSuccess(response.StatusCode, out var body) ? body : throw Converted(operation.ErrorOf(response, new DriftReport(operation, DriftObserver)));

    private PlannrApiException Unreadable(ApiOperation operation, BufferedResponse response, string problem)
    {
        new DriftReport(operation, DriftObserver).Add(ContractDriftKind.InvalidBody);
        return response.Unreadable(problem);
    }

    private PlannrApiException Converted(PlannrApiException exception) => ErrorConverter is null ? exception : ErrorConverter(exception);

    private string? KeptBodyOf(BufferedResponse response) => KeepsResponseBodies ? response.Text : null;

#if NET
    private ValueTask<BufferedResponse> ReceiveAsync(ApiRequest request, CancellationToken cancellationToken)
#else
    private Task<BufferedResponse> ReceiveAsync(ApiRequest request, CancellationToken cancellationToken)
#endif
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        return BufferedResponse.ReceiveAsync(_httpClient, request.ToMessage(Prefix(request.Operation)), MaxResponseBytes, cancellationToken);
    }

    // HttpClient would resolve "/api" against "https://host/prefix" to "https://host/api", and lose the prefix.
    private string Prefix(ApiOperation operation)
    {
        var own = operation.Server;
        var server = _httpClient.BaseAddress ?? (own is { IsAbsoluteUri: true } ? own : _server)
            ?? throw new InvalidOperationException("The contract names no server, and the HttpClient has no BaseAddress. Set it.");
        if (own is { IsAbsoluteUri: false })
        {
            return new ServerPrefix(new Uri(server, own)).Text;
        }

        var known = _prefix;
        if (known is null || !ReferenceEquals(known.Server, server))
        {
            _prefix = known = new ServerPrefix(server);
        }

        return known.Text;
    }

    private sealed class ServerPrefix(Uri server)
    {
        public Uri Server => server;

        public string Text { get; } = server.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }
}
