using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Api;

/// <summary>Selects the account of a request by the header that the vendor's user guide describes.</summary>
internal static class AccountSelection
{
    public const string Header = "X-PLANNR-ACCOUNT-UUID";

    /// <summary>Selects the account of a request.</summary>
    /// <returns>The account, or an error response. Without the header, it is the first account.</returns>
    public static (Guid Account, JsonResponse? Refusal) Select(HttpRequest request, SandboxState state)
    {
        var text = request.Headers[Header].ToString();
        if (text.Length == 0)
        {
            return (state.Accounts[0], null);
        }

        if (!Guid.TryParseExact(text, "D", out var account))
        {
            return (default, LaravelErrors.Of([(Header, [$"The {Header} field must be a valid UUID."])]));
        }

        return state.Accounts.Contains(account)
            ? (account, null)
            : (default, JsonResponses.Error(StatusCodes.Status403Forbidden, $"There is no account {account} in the sandbox; {Header} can be {string.Join(", ", state.Accounts)}."));
    }
}
