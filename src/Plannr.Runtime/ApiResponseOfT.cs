namespace Plannr.Generated;

/// <summary>A successful response as a whole, with its body.</summary>
/// <typeparam name="T">The type of the body.</typeparam>
public sealed class ApiResponse<T> : ApiResponse
{
    /// <summary>Creates a response; the clients do, and tests may.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers; their names should compare without case.</param>
    /// <param name="value">The body.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public ApiResponse(int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, T value)
        : base(statusCode, headers)
        => Value = value;

    internal ApiResponse(HttpResponseMessage response, T value)
        : base(response)
        => Value = value;

    /// <summary>The body.</summary>
    public T Value { get; }
}
