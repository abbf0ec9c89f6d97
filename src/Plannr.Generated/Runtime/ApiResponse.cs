using System.Globalization;

namespace Plannr.Generated;

/// <summary>A successful response as a whole.</summary>
/// <typeparam name="T">The type of its body.</typeparam>
public sealed class ApiResponse<T>
{
    private const string RateLimitRemainingHeader = "X-Ratelimit-Remaining";

    /// <summary>Creates a response; the clients do, and tests may.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers; their names should compare without case.</param>
    /// <param name="value">The body.</param>
    public ApiResponse(int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, T value)
    {
        StatusCode = statusCode;
        Headers = headers ?? throw new ArgumentNullException(nameof(headers));
        Value = value;
    }

    /// <summary>The HTTP status code.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the response and of its content. Names compare without case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The body.</summary>
    public T Value { get; }

    /// <summary>
    /// How many requests the rate limit still allows, from the header <c>X-Ratelimit-Remaining</c>; null if it is missing or
    /// no number. Plannr allows 500 a minute and user, and sends the header with every response
    /// (https://api-how-to.plannrcrm.com).
    /// </summary>
    public int? RateLimitRemaining
        => Headers.TryGetValue(RateLimitRemainingHeader, out var values)
            && values.Count > 0
            && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
                ? remaining
                : null;
}
