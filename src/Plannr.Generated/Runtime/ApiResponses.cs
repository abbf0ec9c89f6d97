namespace Plannr.Generated.Runtime;

/// <summary>The responses that the contract documents for an operation, and how each is read. Complete before the first use.</summary>
public sealed class ApiResponses
{
    // By status codes, and by the first digits of ranges.
    private readonly Dictionary<int, SuccessBody> _successes = [];
    private readonly Dictionary<int, Func<BufferedResponse, PlannrApiException>> _errors = [];
    private Func<BufferedResponse, PlannrApiException> _otherErrors = UntypedError;

    private enum SuccessBody
    {
        Required,
        Nullable,
        None,
    }

    /// <summary>A success.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="nullable">Whether its body may be the JSON <c>null</c>.</param>
    /// <returns>These responses.</returns>
    public ApiResponses Success(int status, bool nullable = false)
    {
        _successes.Add(status, nullable ? SuccessBody.Nullable : SuccessBody.Required);
        return this;
    }

    /// <summary>The successes of a range.</summary>
    /// <param name="digit">The first digit of the range: 2 for <c>2XX</c>.</param>
    /// <param name="nullable">Whether their body may be the JSON <c>null</c>.</param>
    /// <returns>These responses.</returns>
    public ApiResponses SuccessRange(int digit, bool nullable = false) => Success(digit, nullable);

    /// <summary>A success without a body, of an operation that has others with one.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <returns>These responses.</returns>
    public ApiResponses Empty(int status)
    {
        _successes.Add(status, SuccessBody.None);
        return this;
    }

    /// <summary>The successes of a range, without a body.</summary>
    /// <param name="digit">The first digit of the range: 2 for <c>2XX</c>.</param>
    /// <returns>These responses.</returns>
    public ApiResponses EmptyRange(int digit) => Empty(digit);

    /// <summary>An error whose body is not documented.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <returns>These responses.</returns>
    public ApiResponses Error(int status)
    {
        _errors.Add(status, UntypedError);
        return this;
    }

    /// <summary>An error with a documented body.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <param name="status">The HTTP status code.</param>
    /// <returns>These responses.</returns>
    public ApiResponses Error<TError>(int status)
    {
        _errors.Add(status, TypedError<TError>);
        return this;
    }

    /// <summary>The errors of a range, whose body is not documented.</summary>
    /// <param name="digit">The first digit of the range: 4 for <c>4XX</c>.</param>
    /// <returns>These responses.</returns>
    public ApiResponses ErrorRange(int digit) => Error(digit);

    /// <summary>The errors of a range, with a documented body.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <param name="digit">The first digit of the range: 4 for <c>4XX</c>.</param>
    /// <returns>These responses.</returns>
    public ApiResponses ErrorRange<TError>(int digit) => Error<TError>(digit);

    /// <summary>The body of every error that is not documented by its status.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <returns>These responses.</returns>
    public ApiResponses OtherErrors<TError>()
    {
        _otherErrors = TypedError<TError>;
        return this;
    }

    /// <summary>Whether a status is a success with a body.</summary>
    internal bool HasBody(int status) => Documented(_successes, status, out var body) && body != SuccessBody.None;

    /// <summary>Reads a success with a JSON body.</summary>
    internal ApiResponse<T> ReadJson<T>(BufferedResponse response)
    {
        var body = SuccessOf(response);
        if (body == SuccessBody.None || (body == SuccessBody.Nullable && response.IsJsonNull))
        {
            return new ApiResponse<T>(response.StatusCode, response.Headers, default!);
        }

        return response.TryReadJson<T>(out var value, out var problem)
            ? new ApiResponse<T>(response.StatusCode, response.Headers, value)
            : throw Unreadable(response, problem);
    }

    /// <summary>Reads a success whose body is text.</summary>
    internal ApiResponse<string> ReadText(BufferedResponse response)
    {
        var value = SuccessOf(response) == SuccessBody.None ? default! : response.Problem is { } problem ? throw Unreadable(response, problem) : response.Body;
        return new ApiResponse<string>(response.StatusCode, response.Headers, value);
    }

    /// <summary>Reads a success whose body is a file.</summary>
    internal ApiResponse<ApiFile> ReadFile(BufferedResponse response)
    {
        SuccessOf(response);
        return new ApiResponse<ApiFile>(response.StatusCode, response.Headers, response.File!);
    }

    /// <summary>Reads a success without a body. If it has one all the same, that says nothing.</summary>
    internal ApiResponse Read(BufferedResponse response)
    {
        SuccessOf(response);
        return new ApiResponse(response.StatusCode, response.Headers);
    }

    private SuccessBody SuccessOf(BufferedResponse response)
        => Documented(_successes, response.StatusCode, out var body) ? body
            : throw (Documented(_errors, response.StatusCode, out var error) ? error! : _otherErrors)(response);

    // By the specification, a status goes before its range.
    private static bool Documented<T>(Dictionary<int, T> responses, int status, out T? response)
        => responses.TryGetValue(status, out response) || responses.TryGetValue(status / 100, out response);

    private static PlannrApiException Unreadable(BufferedResponse response, string problem)
        => new($"{response.Summary}, but {problem}.", response.RequestMethod, response.RequestPath, response.StatusCode, response.Headers, response.Body);

    private static PlannrApiException UntypedError(BufferedResponse response)
        => new(response.Summary + ".", response.RequestMethod, response.RequestPath, response.StatusCode, response.Headers, response.Body);

    // An error that is not what the contract says (a proxy's page, say) is still that error: it only has no typed body.
    private static PlannrApiException TypedError<TError>(BufferedResponse response)
        => response.TryReadJson<TError>(out var error, out _)
            ? new PlannrApiException<TError>(
                response.Summary + ".", response.RequestMethod, response.RequestPath, response.StatusCode, response.Headers, response.Body, error)
            : UntypedError(response);
}
