using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Connections;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Sandbox.Api;

/// <summary>Finds the implementations of operations. Each group of the contract has one class.</summary>
internal sealed class ImplementedOperations
{
    private readonly Dictionary<string, Func<ApiCall, Task<JsonResponse>>> _byId;

    public ImplementedOperations(IReadOnlyList<ContractOperation> contract, SandboxState state, AuthorizationUrls urls, NewSubscription newSubscription, TimeProvider timeProvider)
        => _byId = new(
            [
                .. new ConnectionOperations(state, urls, timeProvider).ById,
                .. new LoginOperations(state, Example(contract, "Logins_List")?["data"]?[0] as JObject ?? []).ById,
                .. new MeOperations(Example(contract, "Me_Get") as JObject ?? []).ById,
                .. new WebhookSubscriptionOperations(state, newSubscription, timeProvider).ById,
            ],
            StringComparer.Ordinal);

    /// <summary>Runs an operation. The response of an operation that is not implemented is the contract's example.</summary>
    public Task<JsonResponse> CallAsync(ApiCall call) => _byId.GetValueOrDefault(call.Operation.Id, ExampleResponse.ToAsync)(call);

    private static JToken? Example(IReadOnlyList<ContractOperation> contract, string id)
        => contract.FirstOrDefault(o => o.Id == id)?.Responses.GetValueOrDefault("200")?.Example;
}
