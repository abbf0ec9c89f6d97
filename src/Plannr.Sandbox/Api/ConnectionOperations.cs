using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Connections;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Api;

/// <summary>The operations on OAuth2 connections, by their operationId.</summary>
internal sealed class ConnectionOperations(SandboxState state, AuthorizationUrls urls, TimeProvider timeProvider)
{
    public Dictionary<string, Func<ApiCall, Task<JsonResponse>>> ById => new()
    {
        ["OAuthConnections_List"] = ListAsync,
        ["OAuthConnections_Update"] = UpdateAsync,
        ["OAuthConnections_Delete"] = DeleteAsync,
    };

    private async Task<JsonResponse> ListAsync(ApiCall call)
    {
        var connections = await state.ListAsync(ResourceKind.Connection, call.Account);
        return Describe(call, connections, () => JsonResponses.List(connections));
    }

    private async Task<JsonResponse> UpdateAsync(ApiCall call)
        => await state.UpdateAsync(ResourceKind.Connection, call.Account, Uuid(call), c => Change(c, (JObject)call.Body!)) is { } connection
            ? Describe(call, [connection], () => JsonResponses.Ok(connection))
            : NotFound();

    private async Task<JsonResponse> DeleteAsync(ApiCall call)
        => await state.DeleteAsync(ResourceKind.Connection, call.Account, Uuid(call)) ? JsonResponses.NoContent() : NotFound();

    private void Change(JObject connection, JObject changes)
    {
        if (changes.TryGetValue("label", StringComparison.Ordinal, out var label))
        {
            connection["label"] = label.DeepClone();
        }

        connection["updated_at"] = UkTime.Now(timeProvider);
    }

    private JsonResponse Describe(ApiCall call, IReadOnlyList<JObject> connections, Func<JsonResponse> describe)
    {
        var isSimulated = false;
        foreach (var connection in connections)
        {
            isSimulated |= urls.Complete(connection, call.Account, call.Server);
        }

        return isSimulated ? Simulation.Mark(describe()) : describe();
    }

    // The contract requires a UUID, so the value is valid.
    private static Guid Uuid(ApiCall call) => Guid.Parse(call.PathValues["oauthConnection_uuid"]);

    private static JsonResponse NotFound() => JsonResponses.Error(StatusCodes.Status404NotFound, "The OAuth2 connection was not found.");
}
