using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Api;

/// <summary>A request to the API that was read, and checked against the contract.</summary>
/// <param name="Bytes">The body; null if it is too large or cannot be read.</param>
/// <param name="PathValues">The values in the path, by their names in the contract.</param>
/// <param name="Body">The body, if it is JSON that fits the contract.</param>
/// <param name="Refusal">What the contract refuses; null if the request fits it.</param>
internal sealed record CheckedRequest(byte[]? Bytes, IReadOnlyDictionary<string, string> PathValues, JToken? Body, Answer? Refusal)
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>Gets how the request violates the contract; empty if it does not.</summary>
    public IReadOnlyList<string> Violations => Refusal?.Body is not JObject body ? []
        : body["errors"] is JObject errors ? [.. errors.Properties().SelectMany(p => p.Value.Values<string>()).OfType<string>()]
        : [body.Value<string>("message")!];

    /// <param name="request">The request.</param>
    /// <param name="route">The route to the operation; null if the contract has none for the request.</param>
    public static async Task<CheckedRequest> ReadAsync(HttpRequest request, ApiRoute? route)
    {
        byte[]? bytes;
        try
        {
            bytes = await BodyCheck.ReadBytesAsync(request);
        }
        // What Kestrel refuses while the body is read: its framing, or a length beyond the server's own limit.
        catch (BadHttpRequestException exception)
        {
            return new CheckedRequest(null, NoValues, null, Answers.Error(exception.StatusCode, exception.Message));
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

    private static Answer NoOperation(HttpRequest request)
        => request.HttpContext.GetEndpoint() is null
            ? Answers.Error(StatusCodes.Status404NotFound, $"The contract has no path {request.Path}.")
            : Answers.Error(StatusCodes.Status405MethodNotAllowed, $"The {request.Method} method is not supported for this path.");
}
