using System.Globalization;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json;
using Plannr.Runtime.Responses;

namespace Plannr.Generated;

/// <summary>A successful response as a whole.</summary>
public class ApiResponse
{
    private const string RateLimitRemainingHeader = "X-Ratelimit-Remaining";

    // Not the response itself, which would keep the request with it.
    private readonly HttpResponseHeaders? _responseHeaders;
    private readonly HttpContentHeaders? _contentHeaders;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _headers;

    /// <summary>Creates a response; the clients do, and tests may.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers; their names should compare without case.</param>
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

    /// <summary>The HTTP status code.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the response and of its content. Names compare without case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers
    {
        get
        {
            if (_responseHeaders is null)
            {
                return _headers!;
            }

            // They are gathered when someone asks, and their own collections are not for several threads at once.
            lock (_responseHeaders)
            {
                return _headers ??= ResponseHeaders.Of(_responseHeaders, _contentHeaders);
            }
        }
    }

    /// <summary>
    /// Gets the body as it was received, decoded to text. It is null unless the client was told to keep it (<c>KeepsResponseBodies</c>),
    /// and null if the body is a file.
    /// </summary>
    public string? ResponseBody { get; init; }

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

    /// <summary>Reads a header as a value.</summary>
    /// <typeparam name="T">The type that the contract gives the header, one of .NET's own.</typeparam>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>Its first value, or the type's default if the header is missing; null, where the type allows it, if it is blank.</returns>
    /// <exception cref="FormatException">The header is no <typeparamref name="T"/>. The message does not quote it.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of .NET's own types.</exception>
    public T? GetHeader<T>(string name) => GetHeader(name, ScalarFormat<T>.Known);

    /// <summary>Reads a header as a value.</summary>
    /// <typeparam name="T">The type that the contract gives the header.</typeparam>
    /// <param name="name">Its name, in any case.</param>
    /// <param name="format">How the type is read.</param>
    /// <returns>Its first value, or the type's default if the header is missing; null, where the type allows it, if it is blank.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    /// <exception cref="FormatException">The header is no <typeparamref name="T"/>. The message does not quote it.</exception>
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

        return PlannrJson.TryConvert(new JValue(values[0]), format, out var value) ? value : throw new FormatException($"The header {name} is no {typeof(T).Name}.");
    }
}
