using System.ComponentModel;
using System.Globalization;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Json.Drift;
using Plannr.Runtime.Responses;

namespace Plannr.Runtime.Requests;

/// <summary>An operation of the contract: its method and path, and the documented responses. It must not change after its first use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperation
{
    private const int FirstError = 400;
    private const int FirstServerError = 500;

    // The keys are status codes, or the first digit of a range of status codes.
    private readonly Dictionary<int, SuccessBody> _successes = [];
    private readonly Dictionary<int, ErrorFormat> _errors = [];
    private readonly bool _returnsFile;
    private ErrorFormat? _otherErrors;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="name">The <c>operationId</c> in the contract.</param>
    /// <param name="method">The HTTP method, in upper case.</param>
    /// <param name="path">The path in the contract, with its <c>{placeholders}</c>.</param>
    /// <param name="accept">The value of the <c>Accept</c> header: the media types of the documented responses.</param>
    /// <param name="returnsFile">Whether the body of a success response is a file.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ApiOperation(string name, string method, string path, string accept = "application/json", bool returnsFile = false)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Method = method ?? throw new ArgumentNullException(nameof(method));
        PathTemplate = path ?? throw new ArgumentNullException(nameof(path));
        Accept = accept ?? throw new ArgumentNullException(nameof(accept));
        HttpMethod = new HttpMethod(method);
        Path = new PathTemplate(path);
        _returnsFile = returnsFile;
    }

    /// <summary>Specifies whether a success response has a body.</summary>
    internal enum SuccessBody
    {
        Required,
        Nullable,
        None,
    }

    /// <summary>Gets the <c>operationId</c> in the contract.</summary>
    public string Name { get; }

    /// <summary>Gets the HTTP method, in upper case.</summary>
    public string Method { get; }

    /// <summary>Gets the path in the contract, with its <c>{placeholders}</c>.</summary>
    public string PathTemplate { get; }

    /// <summary>
    /// Gets the server that the contract specifies for this operation: an absolute URL, or a path on the client's server. Null if the
    /// operation uses the client's server.
    /// </summary>
    public Uri? Server { get; private set; }

    internal string Accept { get; }

    internal HttpMethod HttpMethod { get; }

    internal PathTemplate Path { get; }

    /// <summary>Returns the operation that a request belongs to.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The operation, or null if no generated client created the request, such as for a copy of a client's request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static ApiOperation? Of(HttpRequestMessage request)
        => ((request ?? throw new ArgumentNullException(nameof(request))) as ApiRequestMessage)?.Operation;

    /// <summary>Sets the server that the contract specifies for this operation. A base address of the <see cref="HttpClient"/> takes precedence.</summary>
    /// <param name="url">An absolute URL, or a path on the client's server.</param>
    /// <returns>This operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    /// <exception cref="UriFormatException"><paramref name="url"/> is not a URL.</exception>
    public ApiOperation OnServer(string url)
    {
        // On Unix, .NET parses a path as the absolute URL of a file.
        var isPath = (url ?? throw new ArgumentNullException(nameof(url))).StartsWith("/", StringComparison.Ordinal);
        Server = new Uri(url, isPath ? UriKind.Relative : UriKind.RelativeOrAbsolute);
        return this;
    }

    /// <summary>Returns a value that indicates whether the body of a response is a file, which the caller reads from the connection.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <returns>True if the body is a file; false if the client reads the body to its end.</returns>
    public bool ReturnsFile(int statusCode) => _returnsFile && Documented(_successes, statusCode, out var body) && body != SuccessBody.None;

    /// <summary>Adds a success response.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="nullable">Whether the body can be the JSON <c>null</c>.</param>
    /// <returns>This operation.</returns>
    public ApiOperation Success(int status, bool nullable = false)
    {
        _successes.Add(status, nullable ? SuccessBody.Nullable : SuccessBody.Required);
        return this;
    }

    /// <summary>Adds a range of success responses.</summary>
    /// <param name="digit">The first digit of the range, such as 2 for <c>2XX</c>.</param>
    /// <param name="nullable">Whether the body can be the JSON <c>null</c>.</param>
    /// <returns>This operation.</returns>
    public ApiOperation SuccessRange(int digit, bool nullable = false) => Success(digit, nullable);

    /// <summary>Adds a success response without a body, for an operation that also has success responses with a body.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <returns>This operation.</returns>
    public ApiOperation Empty(int status)
    {
        _successes.Add(status, SuccessBody.None);
        return this;
    }

    /// <summary>Adds a range of success responses without a body.</summary>
    /// <param name="digit">The first digit of the range, such as 2 for <c>2XX</c>.</param>
    /// <returns>This operation.</returns>
    public ApiOperation EmptyRange(int digit) => Empty(digit);

    /// <summary>Adds an error response whose body is not documented.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <returns>This operation.</returns>
    public ApiOperation Error(int status)
    {
        _errors.Add(status, ErrorFormat.Untyped);
        return this;
    }

    /// <summary>Adds an error response with a documented body.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="format">The format of the body.</param>
    /// <returns>This operation.</returns>
    public ApiOperation Error<TError>(int status, JsonFormat<TError> format)
    {
        _errors.Add(status, new ErrorFormat<TError>(format));
        return this;
    }

    /// <summary>Adds a range of error responses whose body is not documented.</summary>
    /// <param name="digit">The first digit of the range, such as 4 for <c>4XX</c>.</param>
    /// <returns>This operation.</returns>
    public ApiOperation ErrorRange(int digit) => Error(digit);

    /// <summary>Adds a range of error responses with a documented body.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <param name="digit">The first digit of the range, such as 4 for <c>4XX</c>.</param>
    /// <param name="format">The format of the body.</param>
    /// <returns>This operation.</returns>
    public ApiOperation ErrorRange<TError>(int digit, JsonFormat<TError> format) => Error(digit, format);

    /// <summary>Sets the body of all errors whose status is not documented.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <param name="format">The format of the body.</param>
    /// <returns>This operation.</returns>
    public ApiOperation OtherErrors<TError>(JsonFormat<TError> format)
    {
        _otherErrors = new ErrorFormat<TError>(format);
        return this;
    }

    /// <summary>Documents all errors with any other status, without a documented body.</summary>
    /// <returns>This operation.</returns>
    public ApiOperation OtherErrors()
    {
        _otherErrors = ErrorFormat.Untyped;
        return this;
    }

    /// <summary>Returns a value that indicates whether the contract documents a status as a success.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="body">Whether the success response has a body.</param>
    internal bool IsSuccess(int statusCode, out SuccessBody body) => Documented(_successes, statusCode, out body);

    /// <summary>Returns the exception for a response that is not a documented success.</summary>
    internal PlannrApiException ErrorOf(BufferedResponse response, DriftReport drift)
    {
        var status = response.StatusCode;
        var format = Documented(_errors, status, out var error) ? error : status >= FirstError ? _otherErrors : null;
        if (format is null)
        {
            drift.Add(ContractDriftKind.UndocumentedStatus, status.ToString(CultureInfo.InvariantCulture));
            return (_otherErrors ?? ErrorFormat.Untyped).Read(response, default);
        }

        return format.Read(response, status < FirstServerError ? drift : default);
    }

    // OpenAPI specifies that a status code takes precedence over its range.
    private static bool Documented<T>(Dictionary<int, T> responses, int status, out T? response)
        => responses.TryGetValue(status, out response) || responses.TryGetValue(status / 100, out response);
}
