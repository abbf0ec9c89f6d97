using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Connections;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Control;

/// <summary>Adds, edits, refreshes and removes connections: <c>/sandbox/connections</c>.</summary>
internal static class ConnectionEndpoints
{
    private const string Expected = """{"provider": "fundment", "label": "My Fundment Account 2"}""";
    private const string Account = "account";
    private const string Provider = "provider";

    public static void MapConnections(this IEndpointRouteBuilder control, SandboxConnections connections, ConnectionSchema schema, AuthorizationUrls urls)
    {
        control.MapGet("/connections", async (HttpRequest request) => JsonResponses.List((await connections.ListAsync(AccountOf(request))).Select(c => Describe(c, request))));
        control.MapPost("/connections", async (HttpRequest request) =>
        {
            var (body, refusal) = await ReadAsync(request, Account);
            return body is null ? refusal! : JsonResponses.Created(Describe(await connections.AddAsync(Given(body), body.Uuid(Account)), request));
        });
        control.MapPatch("/connections/{uuid:guid}", async (HttpRequest request, Guid uuid) =>
        {
            var (body, refusal) = await ReadAsync(request);
            return body is null ? refusal! : JsonResponses.Ok(Describe(await connections.UpdateAsync(uuid, AccountOf(request), Given(body)), request));
        });
        control.MapPost("/connections/{uuid:guid}/refresh", async (HttpRequest request, Guid uuid)
            => JsonResponses.Ok(Describe(await connections.RefreshAsync(uuid, AccountOf(request)), request)));
        control.MapDelete("/connections/{uuid:guid}", async (HttpRequest request, Guid uuid) =>
        {
            await connections.DeleteAsync(uuid, AccountOf(request));
            return JsonResponses.NoContent();
        });

        Task<(ControlBody? Body, JsonResponse? Refusal)> ReadAsync(HttpRequest request, params string[] more)
            => ControlBody.ReadAsync(request, Expected, fields => UnknownKeys.Find(fields, schema.Schema, more));

        JObject Describe((Guid Account, JObject Connection) found, HttpRequest request)
        {
            urls.Complete(found.Connection, found.Account, request.Server());
            found.Connection.AddFirst(new JProperty(Account, found.Account.ToString()));
            return found.Connection;
        }
    }

    // The provider may be only a name.
    private static JObject Given(ControlBody body)
    {
        var given = (JObject)body.Fields.DeepClone();
        given.Remove(Account);
        if (given[Provider] is JValue { Value: string name })
        {
            given[Provider] = new JObject { ["name"] = name };
        }

        return given;
    }

    private static Guid? AccountOf(HttpRequest request)
        => request.Query[Account].ToString() is not { Length: > 0 } text ? null
            : Guid.TryParseExact(text, "D", out var account) ? account
            : throw new SandboxInputException(Account, $"The query parameter account must be a valid UUID, but is '{text}'.");
}
