using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Api;

/// <summary>The operations on the token's user, by their operationId. All tokens of the sandbox belong to the same user.</summary>
/// <param name="user">The user.</param>
internal sealed class MeOperations(JObject user)
{
    public Dictionary<string, Func<ApiCall, Task<JsonResponse>>> ById => new() { ["Me_Get"] = GetAsync };

    private Task<JsonResponse> GetAsync(ApiCall call) => Task.FromResult(JsonResponses.Ok(user.DeepClone()));
}
