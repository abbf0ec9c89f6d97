using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Connections;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Api;

/// <summary>The operations on OAuth2 connections, by their operationId.</summary>
internal sealed class ConnectionOperations(SandboxState state, AuthorizationUrls urls, TimeProvider timeProvider)
{
    public Dictionary<string, Func<ApiCall, Task<Answer>>> ById => new()
    {
        ["OAuthConnections_List"] = ListAsync,
        ["OAuthConnections_Update"] = UpdateAsync,
        ["OAuthConnections_Delete"] = DeleteAsync,
    };

    private async Task<Answer> ListAsync(ApiCall call)
    {
        var connections = await state.ListAsync(ResourceKind.Connection, call.Account);
        return Describe(call, connections, () => Answers.List(connections));
    }

    private async Task<Answer> UpdateAsync(ApiCall call)
        => await state.UpdateAsync(ResourceKind.Connection, call.Account, Uuid(call), c => Change(c, (JObject)call.Body!)) is { } connection
            ? Describe(call, [connection], () => Answers.Ok(connection))
            : NotFound();

    private async Task<Answer> DeleteAsync(ApiCall call)
        => await state.DeleteAsync(ResourceKind.Connection, call.Account, Uuid(call)) ? Answers.NoContent() : NotFound();

    private void Change(JObject connection, JObject changes)
    {
        if (changes.TryGetValue("label", StringComparison.Ordinal, out var label))
        {
            connection["label"] = label.DeepClone();
        }

        connection["updated_at"] = UkTime.Now(timeProvider);
    }

    private Answer Describe(ApiCall call, IReadOnlyList<JObject> connections, Func<Answer> describe)
    {
        var isSimulated = false;
        foreach (var connection in connections)
        {
            isSimulated |= urls.Complete(connection, call.Account, call.Server);
        }

        return isSimulated ? Simulation.Mark(describe()) : describe();
    }

    // The contract has seen to it that it is one.
    private static Guid Uuid(ApiCall call) => Guid.Parse(call.PathValues["oauthConnection_uuid"]);

    private static Answer NotFound() => Answers.Error(StatusCodes.Status404NotFound, "The OAuth2 connection was not found.");
}
