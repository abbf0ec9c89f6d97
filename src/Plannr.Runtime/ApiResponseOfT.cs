namespace Plannr.Generated;

/// <summary>A successful response, with its status, headers and body.</summary>
/// <typeparam name="T">The type of the body.</typeparam>
public sealed class ApiResponse<T> : ApiResponse
{
    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers. The keys of the dictionary should not be case-sensitive.</param>
    /// <param name="value">The body.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public ApiResponse(int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, T value)
        : base(statusCode, headers)
        => Value = value;

    internal ApiResponse(HttpResponseMessage response, T value)
        : base(response)
        => Value = value;

    /// <summary>Gets the body.</summary>
    public T Value { get; }
}
