using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Connections;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Sandbox.Api;

/// <summary>The operations that the sandbox implements: one class for each group of the contract.</summary>
internal sealed class ImplementedOperations
{
    private readonly Dictionary<string, Func<ApiCall, Task<Answer>>> _byId;

    public ImplementedOperations(IReadOnlyList<ContractOperation> contract, SandboxState state, AuthorizationUrls urls, NewSubscription newSubscription, TimeProvider timeProvider)
        => _byId = new(
            [
                .. new ConnectionOperations(state, urls, timeProvider).ById,
                .. new LoginOperations(state, Example(contract, "Logins_List")?["data"]?[0] as JObject ?? []).ById,
                .. new MeOperations(Example(contract, "Me_Get") as JObject ?? []).ById,
                .. new WebhookSubscriptionOperations(state, newSubscription, timeProvider).ById,
            ],
            StringComparer.Ordinal);

    /// <summary>Carries out a call. An operation that is not implemented answers with the contract's example.</summary>
    public Task<Answer> CallAsync(ApiCall call) => _byId.GetValueOrDefault(call.Operation.Id, ExampleAnswer.ToAsync)(call);

    private static JToken? Example(IReadOnlyList<ContractOperation> contract, string id)
        => contract.FirstOrDefault(o => o.Id == id)?.Responses.GetValueOrDefault("200")?.Example;
}
