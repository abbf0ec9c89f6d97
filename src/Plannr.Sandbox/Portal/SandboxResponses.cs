using System.Text.Json.Nodes;
using Plannr.Mcp.Documentation;

namespace Plannr.Sandbox.Portal;

/// <summary>The error responses of the sandbox that are not in the contract, because Plannr does not document them.</summary>
internal static class SandboxResponses
{
    private const string Default = "default";

    /// <summary>Adds the error responses to an operation, before <c>default</c>.</summary>
    /// <param name="shown">The operation in the Explorer's document.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="documentation">The contract.</param>
    public static void AddTo(JsonObject shown, DocumentedOperation operation, ApiDocumentation documentation)
    {
        var responses = shown["responses"]!.AsObject();
        var schema = operation.Place.Child("responses")?.Child(Default) is { } response
            ? documentation.Resolve(response).Child("content")?.Child("application/json")?.Node["schema"]
            : null;
        foreach (var (status, description, example) in Of(operation).Where(r => !responses.ContainsKey(r.Status)))
        {
            responses[status] = new JsonObject
            {
                ["description"] = $"{description} This is a response of the sandbox; Plannr does not document it.",
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema?.DeepClone() ?? new JsonObject(), ["example"] = example } },
            };
        }

        shown["responses"] = new JsonObject(responses.OrderBy(r => r.Key == Default).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Key, r.Value?.DeepClone())));
    }

    private static IEnumerable<(string Status, string Description, JsonObject Example)> Of(DocumentedOperation operation)
    {
        yield return ("403", "The user has no login to the account of `X-PLANNR-ACCOUNT-UUID`.", new JsonObject { ["message"] = "There is no account 11111111-1111-4111-8111-111111111111 in the sandbox." });
        if (operation.Parameters.Any(p => p.In == "path"))
        {
            yield return ("404", "There is no resource with this UUID.", new JsonObject { ["message"] = "The resource was not found." });
        }

        const string NotValid = "The X-PLANNR-ACCOUNT-UUID field must be a valid UUID.";
        yield return ("422", "A value is not valid; `errors` has the messages by field.", new JsonObject { ["message"] = NotValid, ["errors"] = new JsonObject { ["X-PLANNR-ACCOUNT-UUID"] = new JsonArray(NotValid) } });
    }
}
