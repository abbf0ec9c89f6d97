using System.Globalization;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json;
using Plannr.Runtime.Json.Formats;
using Plannr.Runtime.Responses;

namespace Plannr.Generated;

/// <summary>A successful response, with its status and headers.</summary>
public class ApiResponse
{
    private const string RateLimitRemainingHeader = "X-Ratelimit-Remaining";

    // The response itself would keep the request in memory.
    private readonly HttpResponseHeaders? _responseHeaders;
    private readonly HttpContentHeaders? _contentHeaders;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _headers;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers. The keys of the dictionary should not be case-sensitive.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public ApiResponse(int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> headers)
    {
        StatusCode = statusCode;
        _headers = headers ?? throw new ArgumentNullException(nameof(headers));
    }

    internal ApiResponse(HttpResponseMessage response)
    {
        StatusCode = (int)response.StatusCode;
        _responseHeaders = response.Headers;
        _contentHeaders = response.Content?.Headers;
    }

    /// <summary>Gets the HTTP status code.</summary>
    public int StatusCode { get; }

    /// <summary>Gets the headers of the response and of its content. Header names are not case-sensitive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers
    {
        get
        {
            if (_responseHeaders is null)
            {
                return _headers!;
            }

            // The headers are copied on first use. HttpHeaders is not thread-safe.
            lock (_responseHeaders)
            {
                return _headers ??= ResponseHeaders.Of(_responseHeaders, _contentHeaders);
            }
        }
    }

    /// <summary>
    /// Gets the body as it was received, decoded to text. Null unless the client's <c>KeepsResponseBodies</c> is true, and null if the
    /// body is a file.
    /// </summary>
    public string? ResponseBody { get; init; }

    /// <summary>
    /// Gets the number of requests that the rate limit still allows, from the header <c>X-Ratelimit-Remaining</c>. Null if the header is
    /// missing or is not a number. Plannr allows 500 requests per minute and user, and sends the header with every response
    /// (https://api-how-to.plannrcrm.com).
    /// </summary>
    public int? RateLimitRemaining
        => Headers.TryGetValue(RateLimitRemainingHeader, out var values)
            && values.Count > 0
            && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
                ? remaining
                : null;

    /// <summary>Returns the value of a header.</summary>
    /// <typeparam name="T">The type of the header in the contract: a scalar type of .NET, such as <see cref="string"/> or <see cref="int"/>.</typeparam>
    /// <param name="name">The name of the header. It is not case-sensitive.</param>
    /// <returns>The first value, or the default of the type if the header is missing. A blank value is null if the type is nullable.</returns>
    /// <exception cref="FormatException">The value is not a <typeparamref name="T"/>. The message does not contain the value.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> has no default format.</exception>
    public T? GetHeader<T>(string name) => GetHeader(name, ScalarFormat<T>.Known);

    /// <summary>Returns the value of a header, read with a format.</summary>
    /// <typeparam name="T">The type of the header in the contract.</typeparam>
    /// <param name="name">The name of the header. It is not case-sensitive.</param>
    /// <param name="format">The format that reads the value.</param>
    /// <returns>The first value, or the default of the type if the header is missing. A blank value is null if the type is nullable.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    /// <exception cref="FormatException">The value is not a <typeparamref name="T"/>. The message does not contain the value.</exception>
    public T? GetHeader<T>(string name, JsonFormat<T> format)
    {
        if (format is null)
        {
            throw new ArgumentNullException(nameof(format));
        }

        if (!Headers.TryGetValue(name, out var values) || values.Count == 0 || (default(T) is null && typeof(T) != typeof(string) && string.IsNullOrWhiteSpace(values[0])))
        {
            return default;
        }

        return PlannrJson.TryConvert(new JValue(values[0]), format, out var value) ? value : throw new FormatException($"The value of the header '{name}' is not a valid {typeof(T).Name}.");
    }
}
