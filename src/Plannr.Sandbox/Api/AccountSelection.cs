using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Api;

/// <summary>Finds the account that a request is for, by the header that the vendor's user guide describes.</summary>
internal static class AccountSelection
{
    public const string Header = "X-PLANNR-ACCOUNT-UUID";

    /// <returns>The account, the first one where the header is absent; or the refusal.</returns>
    public static (Guid Account, Answer? Refusal) Select(HttpRequest request, SandboxState state)
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
            : (default, Answers.Error(StatusCodes.Status403Forbidden, $"There is no account {account} in the sandbox; {Header} can be {string.Join(", ", state.Accounts)}."));
    }
}
