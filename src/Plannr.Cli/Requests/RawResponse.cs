using Newtonsoft.Json;
using Plannr.Client;
using Plannr.Client.Errors;
using Plannr.Generated;

namespace Plannr.Cli.Requests;

/// <summary>The response to an arbitrary request.</summary>
/// <param name="Body">The body; empty if there is none.</param>
/// <param name="IsJson">Whether the media type of the body is JSON.</param>
/// <param name="Error">The error; null for a success.</param>
internal sealed record RawResponse(string Body, bool IsJson, PlannrException? Error)
{
    /// <summary>Sends a request.</summary>
    /// <exception cref="PlannrException">There is no response.</exception>
    public static async Task<RawResponse> SendAsync(HttpClient httpClient, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await httpClient.SendAsync(request, cancellationToken);
        var body = await BodyAsync(response, cancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
        return new RawResponse(body, isJson, response.IsSuccessStatusCode ? null : ErrorOf(request, response, isJson ? body : ""));
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsStringAsync(cancellationToken);
        }
        // The body is too large, or its encoding is unknown.
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException)
        {
            throw new CommandFailure($"The body of the response (status {(int)response.StatusCode}) cannot be read: {exception.Message}", ExitCode.Failed);
        }
    }

    private static PlannrException ErrorOf(HttpRequestMessage request, HttpResponseMessage response, string json)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => (IReadOnlyList<string>)[.. h.Value], StringComparer.OrdinalIgnoreCase);
        var (method, path, status) = (request.Method.Method, request.RequestUri!.AbsolutePath, (int)response.StatusCode);
        var message = $"{method} {path} failed with status {status}.";
        var error = json.Length == 0 ? null : ReadError(json);
        return new ErrorConversion(TimeProvider.System).Convert(error is null
            ? new PlannrApiException(message, method, path, status, headers, json)
            : new PlannrApiException<ApiError>(message, method, path, status, headers, json, error));
    }

    private static ApiError? ReadError(string json)
    {
        try
        {
            return PlannrJson.Deserialize<ApiError>(json);
        }
        // The body is not the API's JSON. It is printed anyway, and the status describes the error.
        catch (JsonException)
        {
            return null;
        }
    }
}
