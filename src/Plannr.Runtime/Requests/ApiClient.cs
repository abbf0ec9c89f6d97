using System.ComponentModel;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Json.Drift;
using Plannr.Runtime.Responses;

namespace Plannr.Runtime.Requests;

/// <summary>The base class of the generated clients. It sends requests and reads their responses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiClient
{
    private readonly HttpClient _httpClient;
    private readonly Uri? _server;
    private ServerPrefix? _prefix;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="httpClient">The client that sends the requests. Its base address, if set, replaces <paramref name="server"/> and the
    /// servers of individual operations, so that no request is sent to another host.</param>
    /// <param name="server">The server in the contract, or null if the contract does not specify one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> is null.</exception>
    protected ApiClient(HttpClient httpClient, Uri? server)
    {
        _httpClient = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        _server = server;
    }

    /// <summary>Gets the maximum size of a response's body, in bytes after decompression. A larger body throws a <see cref="PlannrApiException"/>. The default is 10 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxResponseBytes
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxResponseBytes must be positive.");
    } = 10 * 1024 * 1024;

    /// <summary>
    /// Gets the function that converts the exception for a response before it is thrown. The default, null, throws the exception
    /// unchanged.
    /// </summary>
    public Func<PlannrApiException, PlannrApiException>? ErrorConverter { get; init; }

    /// <summary>
    /// Gets the function that is called once for each place in which a response differs from the contract, before the call returns. If
    /// it throws, the call fails with that exception. Values of unions are not compared, and neither are error responses with a status of
    /// 500 to 599, which a proxy may have created. The default, null, disables the comparison.
    /// </summary>
    public Action<ContractDrift>? DriftObserver { get; init; }

    /// <summary>
    /// Gets a value that indicates whether <see cref="ApiResponse.ResponseBody"/> is set, which allocates a string for each response.
    /// The default is false.
    /// </summary>
    public bool KeepsResponseBodies { get; init; }

    /// <summary>Sends a request and reads a response with a JSON body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="format">The format of the body.</param>
    /// <param name="cancellationToken">Cancels the call, including the reading of the response.</param>
    /// <returns>The response, which is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or does not match the contract.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed. The inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="InvalidOperationException">The contract does not specify a server, and the <see cref="HttpClient"/> has no base address.</exception>
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

    /// <summary>Sends a request and reads a response whose body is text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call, including the reading of the response.</param>
    /// <returns>The response, which is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or does not match the contract.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed. The inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="InvalidOperationException">The contract does not specify a server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse<string>> SendForTextAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var response = await ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        var text = SuccessOf(request.Operation, response) == ApiOperation.SuccessBody.None ? default!
            : response.Problem is { } problem ? throw Converted(Unreadable(request.Operation, response, problem))
            : response.Text;
        return new ApiResponse<string>(response.Message, text) { ResponseBody = KeptBodyOf(response) };
    }

    /// <summary>Sends a request and reads the headers of a response whose body is a file. The caller must dispose the file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call until the headers of the response have been received.</param>
    /// <returns>The response, which is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or does not match the contract.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed. The inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="InvalidOperationException">The contract does not specify a server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse<ApiFile>> SendForFileAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var response = await ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        SuccessOf(request.Operation, response);
        return new ApiResponse<ApiFile>(response.Message, response.File!);
    }

    /// <summary>Sends a request and reads a response without a body. A body that the response has anyway is ignored.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call, including the reading of the response.</param>
    /// <returns>The response, which is a success that the contract documents.</returns>
    /// <exception cref="PlannrApiException">The response is an error, or does not match the contract.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TaskCanceledException"><see cref="HttpClient.Timeout"/> passed. The inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="InvalidOperationException">The contract does not specify a server, and the <see cref="HttpClient"/> has no base address.</exception>
    protected async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var response = await ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        SuccessOf(request.Operation, response);
        return new ApiResponse(response.Message) { ResponseBody = KeptBodyOf(response) };
    }

    /// <summary>Waits for a response and returns its value. The name does not end in Async, because the method of an operation could have the same name.</summary>
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

        return RequestSender.SendAsync(_httpClient, request.ToMessage(Prefix(request.Operation)), MaxResponseBytes, cancellationToken);
    }

    // HttpClient would resolve "/api" against "https://host/prefix" to "https://host/api", without the prefix.
    private string Prefix(ApiOperation operation)
    {
        var own = operation.Server;
        var server = _httpClient.BaseAddress ?? (own is { IsAbsoluteUri: true } ? own : _server)
            ?? throw new InvalidOperationException("The contract does not specify a server, and the HttpClient has no BaseAddress. Set BaseAddress.");
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
