using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Accounts;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Control;

/// <summary>Lists, adds and edits accounts: <c>/sandbox/accounts</c>.</summary>
internal static class AccountEndpoints
{
    private const string Login = "login";
    private const string ExpectedAccount = """{"login": {"account": {"name": "Robin Example"}}}""";

    public static void MapAccounts(this IEndpointRouteBuilder control, SandboxAccounts accounts, SandboxState state)
    {
        control.MapGet("/accounts", async () => JsonResponses.List((await state.ListLoginsAsync()).Select(Describe)));
        control.MapPost("/accounts", async (HttpRequest request) =>
        {
            var (body, refusal) = await ControlBody.ReadAsync(request, ExpectedAccount, fields => UnknownKeys.Find(fields, accounts.Schema));
            return body is null ? refusal! : JsonResponses.Created(await FindAsync(await accounts.AddAsync(body.Fields)));
        });
        control.MapPatch("/accounts/{uuid:guid}", async (HttpRequest request, Guid uuid) =>
        {
            var (body, refusal) = await ControlBody.ReadAsync(request, ExpectedAccount, fields => UnknownKeys.Find(fields, [Login]) ?? UnknownKeys.Find(fields, accounts.Schema));
            if (body is null)
            {
                return refusal!;
            }

            if (body.Fields[Login] is not JObject login)
            {
                throw new SandboxInputException(Login, $"The login field must be an object, as in {ExpectedAccount}.");
            }

            await accounts.UpdateLoginAsync(uuid, login);
            return JsonResponses.Ok(await FindAsync(uuid));
        });

        async Task<JObject> FindAsync(Guid uuid) => Describe((await state.ListLoginsAsync()).First(l => l.Account == uuid));
    }

    // Only the given properties of the login. GET /api/v1/logins also returns the generated ones.
    private static JObject Describe((Guid Account, JObject Login) account) => new() { ["uuid"] = account.Account.ToString(), [Login] = account.Login };
}
