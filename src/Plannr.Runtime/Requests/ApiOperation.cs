using System.ComponentModel;
using System.Globalization;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Responses;

namespace Plannr.Runtime.Requests;

/// <summary>An operation of the contract: its request line, and the responses that are documented. Complete before the first use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperation
{
    private const int FirstError = 400;
    private const int FirstServerError = 500;

    // By status codes, and by the first digits of ranges.
    private readonly Dictionary<int, SuccessBody> _successes = [];
    private readonly Dictionary<int, ErrorFormat> _errors = [];
    private readonly bool _returnsFile;
    private ErrorFormat? _otherErrors;

    /// <summary>Starts an operation.</summary>
    /// <param name="name">The contract's <c>operationId</c>.</param>
    /// <param name="method">The HTTP method, in capitals.</param>
    /// <param name="path">The path as in the contract, with its <c>{placeholders}</c>.</param>
    /// <param name="accept">The media types of the responses that the contract documents, as a header has them.</param>
    /// <param name="returnsFile">Whether the body of a success is a file.</param>
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

    /// <summary>What a success has for a body.</summary>
    internal enum SuccessBody
    {
        Required,
        Nullable,
        None,
    }

    /// <summary>The contract's <c>operationId</c>.</summary>
    public string Name { get; }

    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; }

    /// <summary>The path as in the contract, with its <c>{placeholders}</c>.</summary>
    public string PathTemplate { get; }

    /// <summary>
    /// Gets the server that the contract names for this operation: an absolute URL, or a path on the client's server. Null if it is
    /// the client's server.
    /// </summary>
    public Uri? Server { get; private set; }

    internal string Accept { get; }

    internal HttpMethod HttpMethod { get; }

    internal PathTemplate Path { get; }

    /// <summary>The operation that a request belongs to.</summary>
    /// <param name="request">The request, as the client made it; a copy belongs to none.</param>
    /// <returns>The operation, or null if the request is not a generated client's.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static ApiOperation? Of(HttpRequestMessage request)
        => ((request ?? throw new ArgumentNullException(nameof(request))) as ApiRequestMessage)?.Operation;

    /// <summary>Sets the server that the contract names for this operation, which a base address of the client's <see cref="HttpClient"/> goes before.</summary>
    /// <param name="url">An absolute URL, or a path on the client's server.</param>
    /// <returns>This operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    /// <exception cref="UriFormatException"><paramref name="url"/> is not a URL.</exception>
    public ApiOperation OnServer(string url)
    {
        // On Unix, .NET takes a path for the absolute URL of a file.
        var isPath = (url ?? throw new ArgumentNullException(nameof(url))).StartsWith("/", StringComparison.Ordinal);
        Server = new Uri(url, isPath ? UriKind.Relative : UriKind.RelativeOrAbsolute);
        return this;
    }

    /// <summary>Whether the body of a response is a file, which the caller reads from the connection.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <returns>Whether it is; all other bodies are read by the client, to their end.</returns>
    public bool ReturnsFile(int statusCode) => _returnsFile && Documented(_successes, statusCode, out var body) && body != SuccessBody.None;

    /// <summary>A success.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="nullable">Whether its body may be the JSON <c>null</c>.</param>
    /// <returns>This operation.</returns>
    public ApiOperation Success(int status, bool nullable = false)
    {
        _successes.Add(status, nullable ? SuccessBody.Nullable : SuccessBody.Required);
        return this;
    }

    /// <summary>The successes of a range.</summary>
    /// <param name="digit">The first digit of the range: 2 for <c>2XX</c>.</param>
    /// <param name="nullable">Whether their body may be the JSON <c>null</c>.</param>
    /// <returns>This operation.</returns>
    public ApiOperation SuccessRange(int digit, bool nullable = false) => Success(digit, nullable);

    /// <summary>A success without a body, of an operation that has others with one.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <returns>This operation.</returns>
    public ApiOperation Empty(int status)
    {
        _successes.Add(status, SuccessBody.None);
        return this;
    }

    /// <summary>The successes of a range, without a body.</summary>
    /// <param name="digit">The first digit of the range: 2 for <c>2XX</c>.</param>
    /// <returns>This operation.</returns>
    public ApiOperation EmptyRange(int digit) => Empty(digit);

    /// <summary>An error whose body is not documented.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <returns>This operation.</returns>
    public ApiOperation Error(int status)
    {
        _errors.Add(status, ErrorFormat.Untyped);
        return this;
    }

    /// <summary>An error with a documented body.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="format">How the body is read.</param>
    /// <returns>This operation.</returns>
    public ApiOperation Error<TError>(int status, JsonFormat<TError> format)
    {
        _errors.Add(status, new ErrorFormat<TError>(format));
        return this;
    }

    /// <summary>The errors of a range, whose body is not documented.</summary>
    /// <param name="digit">The first digit of the range: 4 for <c>4XX</c>.</param>
    /// <returns>This operation.</returns>
    public ApiOperation ErrorRange(int digit) => Error(digit);

    /// <summary>The errors of a range, with a documented body.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <param name="digit">The first digit of the range: 4 for <c>4XX</c>.</param>
    /// <param name="format">How the body is read.</param>
    /// <returns>This operation.</returns>
    public ApiOperation ErrorRange<TError>(int digit, JsonFormat<TError> format) => Error(digit, format);

    /// <summary>The body of every error that is not documented by its status.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <param name="format">How the body is read.</param>
    /// <returns>This operation.</returns>
    public ApiOperation OtherErrors<TError>(JsonFormat<TError> format)
    {
        _otherErrors = new ErrorFormat<TError>(format);
        return this;
    }

    /// <summary>Every error that is not documented by its status, whose body is not documented.</summary>
    /// <returns>This operation.</returns>
    public ApiOperation OtherErrors()
    {
        _otherErrors = ErrorFormat.Untyped;
        return this;
    }

    /// <summary>Returns a value that indicates whether the contract documents a status as a success.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="body">What the success has for a body.</param>
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

    // By the specification, a status goes before its range.
    private static bool Documented<T>(Dictionary<int, T> responses, int status, out T? response)
        => responses.TryGetValue(status, out response) || responses.TryGetValue(status / 100, out response);
}
