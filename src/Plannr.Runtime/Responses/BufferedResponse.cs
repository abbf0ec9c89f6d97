using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Json.Drift;

namespace Plannr.Runtime.Responses;

/// <summary>A response whose body was read to its end, unless the body is a file, which the caller reads.</summary>
internal readonly struct BufferedResponse : IDisposable
{
    private readonly HttpRequestMessage _request;
    private readonly HttpResponseMessage _response;
    private readonly BodyText? _text;
    private readonly BodyBuffer? _body;

    private BufferedResponse(HttpRequestMessage request, HttpResponseMessage response)
    {
        _request = request;
        _response = response;
    }

    /// <summary>Initializes a new instance with a body that was read to its end.</summary>
    public BufferedResponse(HttpRequestMessage request, HttpResponseMessage response, BodyBuffer body)
        : this(request, response)
    {
        _body = body;
        _text = BodyText.Of(body, ContentType?.CharSet, out var problem);
        Problem = problem;
    }

    /// <summary>Initializes a new instance with a body that exceeds the maximum size.</summary>
    public BufferedResponse(HttpRequestMessage request, HttpResponseMessage response, int maxBytes)
        : this(request, response)
        => Problem = $"its body is larger than MaxResponseBytes ({maxBytes} bytes) and was not read";

    /// <summary>Initializes a new instance with a file, which the caller reads.</summary>
    public BufferedResponse(HttpRequestMessage request, HttpResponseMessage response, Stream file)
        : this(request, response)
        => File = new ApiFile(file, response);

    public int StatusCode => (int)_response.StatusCode;

    /// <summary>Gets the HTTP response. Its headers remain valid after it is disposed.</summary>
    public HttpResponseMessage Message => _response;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => ResponseHeaders.Of(_response.Headers, _response.Content?.Headers);

    /// <summary>Gets the body as text. Empty if the body exceeds the maximum size.</summary>
    public string Text => _text?.ToString() ?? "";

    /// <summary>Gets the reason why the body cannot be read as text, as the end of a sentence. Null if it can.</summary>
    public string? Problem { get; }

    /// <summary>Gets the body if it is a file.</summary>
    public ApiFile? File { get; }

    /// <summary>Gets a value that indicates whether the body is the JSON null.</summary>
    public bool IsJsonNull => _text?.IsNull == true;

    /// <summary>Gets the HTTP method of the request.</summary>
    public string RequestMethod => _request.Method.Method;

    /// <summary>Gets the path of the request, without its query.</summary>
    public string RequestPath => _request.RequestUri!.AbsolutePath;

    /// <summary>Gets a sentence, without its period, with the request's method and path and the response's status. It contains no query, headers or body.</summary>
    public string Summary => $"{RequestMethod} {RequestPath} returned status {StatusCode}";

    private MediaTypeHeaderValue? ContentType => _response.Content?.Headers.ContentType;

    /// <summary>Deserializes the body as JSON.</summary>
    /// <param name="format">The format of the type.</param>
    /// <param name="isError">Whether the body is the body of an error, which may deviate from the contract.</param>
    /// <param name="drift">Reports differences from the contract.</param>
    /// <param name="value">The value. Not null if this method returns true.</param>
    /// <param name="problem">The problem, as the end of a sentence that contains no values, if this method returns false.</param>
    public bool TryReadJson<T>(JsonFormat<T> format, bool isError, DriftReport drift, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = Problem
            ?? (_text is null || _text.IsBlank ? "its body is empty instead of JSON"
                : ContentType?.MediaType is { } mediaType && !IsJson(mediaType) ? $"its body is {mediaType} instead of JSON"
                : null);
        if (problem is null)
        {
            return _text!.TryRead(format, isError, drift, out value, out problem);
        }

        if (!isError)
        {
            drift.Add(ContractDriftKind.InvalidBody);
        }

        return false;
    }

    /// <summary>Creates the exception for a success response whose body cannot be read.</summary>
    public PlannrApiException Unreadable(string problem)
        => new($"{Summary}, but {problem}.", RequestMethod, RequestPath, StatusCode, Headers, Text);

    /// <summary>Disposes the request and, unless the body is a file, the response.</summary>
    public void Dispose()
    {
        if (File is null)
        {
            _body?.Dispose();
            _response.Dispose();
        }

        _request.Dispose();
    }

    /// <summary>Returns a value that indicates whether a media type is JSON. The spec gate, a separate program, uses the same rule to generate code.</summary>
    internal static bool IsJson(string mediaType)
        => mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
}
