using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Api;

/// <summary>
/// What an operation answers that the contract has and the sandbox does not implement yet: the contract's example of its
/// success, with a header that says so.
/// </summary>
internal static class ExampleAnswer
{
    public const string Header = "X-Plannr-Sandbox";

    public static Task<Answer> ToAsync(ApiCall call)
    {
        var answer = Of(call.Operation);
        answer.Headers[Header] = "example";
        return Task.FromResult(answer);
    }

    private static Answer Of(ContractOperation operation)
    {
        var (status, response) = operation.Responses
            .Where(r => r.Key.StartsWith('2'))
            .OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => (Status: int.Parse(r.Key.Replace("X", "0", StringComparison.OrdinalIgnoreCase), CultureInfo.InvariantCulture), Response: r.Value))
            .FirstOrDefault();
        return response switch
        {
            null => NotImplemented(operation, "documents no success"),
            { Content.Count: 0 } => new Answer(status),
            { Example: null } => NotImplemented(operation, "has no example of its success"),
            { Example: JToken example } => new Answer(status, example.DeepClone()),
        };
    }

    private static Answer NotImplemented(ContractOperation operation, string reason)
        => Answers.Error(StatusCodes.Status501NotImplemented, $"The sandbox does not implement {operation.Id}, and the contract {reason}.");
}
