namespace Plannr.Generated.Runtime;

/// <summary>The responses that the contract documents for an operation, and how each is read. Complete before the first use.</summary>
public sealed class ApiResponses
{
    private readonly HashSet<int> _successes = [];
    private readonly Dictionary<int, Func<BufferedResponse, PlannrApiException>> _errors = [];
    private Func<BufferedResponse, PlannrApiException> _otherErrors = UntypedError;

    /// <summary>A success.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <returns>These responses.</returns>
    public ApiResponses Success(int statusCode)
    {
        _successes.Add(statusCode);
        return this;
    }

    /// <summary>An error whose body is not documented.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <returns>These responses.</returns>
    public ApiResponses Error(int statusCode)
    {
        _errors.Add(statusCode, UntypedError);
        return this;
    }

    /// <summary>An error with a documented body.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <returns>These responses.</returns>
    public ApiResponses Error<TError>(int statusCode)
        where TError : class
    {
        _errors.Add(statusCode, TypedError<TError>);
        return this;
    }

    /// <summary>The body of every error that is not documented by its status.</summary>
    /// <typeparam name="TError">The type of the body.</typeparam>
    /// <returns>These responses.</returns>
    public ApiResponses OtherErrors<TError>()
        where TError : class
    {
        _otherErrors = TypedError<TError>;
        return this;
    }

    /// <summary>Reads a success with a body.</summary>
    internal ApiResponse<T> Read<T>(BufferedResponse response)
        where T : class
    {
        ThrowUnlessSuccess(response);
        return response.TryReadJson<T>(out var value, out var problem)
            ? new ApiResponse<T>(response.StatusCode, response.Headers, value)
            : throw new PlannrApiException($"{response.Summary}, but {problem}.", response.StatusCode, response.Headers, response.Body);
    }

    /// <summary>Reads a success without a body. If it has one all the same, that says nothing.</summary>
    internal ApiResponse Read(BufferedResponse response)
    {
        ThrowUnlessSuccess(response);
        return new ApiResponse(response.StatusCode, response.Headers);
    }

    private void ThrowUnlessSuccess(BufferedResponse response)
    {
        if (!_successes.Contains(response.StatusCode))
        {
            var error = _errors.TryGetValue(response.StatusCode, out var documented) ? documented : _otherErrors;
            throw error(response);
        }
    }

    private static PlannrApiException UntypedError(BufferedResponse response)
        => new(response.Summary + ".", response.StatusCode, response.Headers, response.Body);

    // An error that is not what the contract says (a proxy's page, say) is still that error: it only has no typed body.
    private static PlannrApiException TypedError<TError>(BufferedResponse response)
        where TError : class
        => response.TryReadJson<TError>(out var error, out _)
            ? new PlannrApiException<TError>(response.Summary + ".", response.StatusCode, response.Headers, response.Body, error)
            : UntypedError(response);
}
