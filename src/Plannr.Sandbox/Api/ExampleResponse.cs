using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Api;

/// <summary>
/// Creates the response of an operation that the sandbox does not implement: the contract's example of a success, marked by a header.
/// </summary>
internal static class ExampleResponse
{
    public const string Header = "X-Plannr-Sandbox";

    public static Task<JsonResponse> ToAsync(ApiCall call)
    {
        var response = Of(call.Operation);
        response.Headers[Header] = "example";
        return Task.FromResult(response);
    }

    private static JsonResponse Of(ContractOperation operation)
    {
        var (status, response) = operation.Responses
            .Where(r => r.Key.StartsWith('2'))
            .OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => (Status: int.Parse(r.Key.Replace("X", "0", StringComparison.OrdinalIgnoreCase), CultureInfo.InvariantCulture), Response: r.Value))
            .FirstOrDefault();
        return response switch
        {
            null => NotImplemented(operation, "documents no success response"),
            { Content.Count: 0 } => new JsonResponse(status),
            { Example: null } => NotImplemented(operation, "has no example of a success response"),
            { Example: JToken example } => new JsonResponse(status, example.DeepClone()),
        };
    }

    private static JsonResponse NotImplemented(ContractOperation operation, string reason)
        => JsonResponses.Error(StatusCodes.Status501NotImplemented, $"The sandbox does not implement {operation.Id}, and the contract {reason}.");
}
