using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Api;

/// <summary>A request to the API, checked against the contract.</summary>
/// <param name="Bytes">The body; null if it is too large or cannot be read.</param>
/// <param name="PathValues">The path parameters by name.</param>
/// <param name="Body">The JSON body; null if there is none or the request is invalid.</param>
/// <param name="Refusal">The error response; null if the request is valid.</param>
internal sealed record CheckedRequest(byte[]? Bytes, IReadOnlyDictionary<string, string> PathValues, JToken? Body, JsonResponse? Refusal)
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>Gets the violations of the contract. The list is empty if there are none.</summary>
    public IReadOnlyList<string> Violations => Refusal?.Body is not JObject body ? []
        : body["errors"] is JObject errors ? [.. errors.Properties().SelectMany(p => p.Value.Values<string>()).OfType<string>()]
        : [body.Value<string>("message")!];

    /// <summary>Reads and checks a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="route">The route to the operation; null if the contract has no operation for the request.</param>
    public static async Task<CheckedRequest> ReadAsync(HttpRequest request, ApiRoute? route)
    {
        byte[]? bytes;
        try
        {
            bytes = await BodyCheck.ReadBytesAsync(request);
        }
        // Kestrel throws this while the body is read, for invalid framing or a length above the limit.
        catch (BadHttpRequestException exception)
        {
            return new CheckedRequest(null, NoValues, null, JsonResponses.Error(exception.StatusCode, exception.Message));
        }

        if (route is null)
        {
            return new CheckedRequest(bytes, NoValues, null, NoOperation(request));
        }

        var pathValues = route.PathValues(request);
        if ((AcceptCheck.Check(request) ?? ParameterCheck.Check(request, route.Operation, pathValues)) is { } invalid)
        {
            return new CheckedRequest(bytes, pathValues, null, invalid);
        }

        var (body, refusal) = BodyCheck.Check(request, bytes, route.Operation);
        return new CheckedRequest(bytes, pathValues, body, refusal);
    }

    private static JsonResponse NoOperation(HttpRequest request)
        => request.HttpContext.GetEndpoint() is null
            ? JsonResponses.Error(StatusCodes.Status404NotFound, $"The contract has no path {request.Path}.")
            : JsonResponses.Error(StatusCodes.Status405MethodNotAllowed, $"The {request.Method} method is not supported for this path.");
}
