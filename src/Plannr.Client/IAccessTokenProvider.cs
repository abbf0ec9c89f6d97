namespace Plannr.Client;

/// <summary>
/// Provides access tokens: personal access tokens, or tokens of an OAuth2 authorization code flow
/// (https://api-how-to.plannrcrm.com/getting-started/authorization). Users create a personal access token in Plannr (Settings, Account
/// Details, "Personal Access Tokens"), or ask Plannr for one if that page is missing. The client calls the provider for each request,
/// from many threads at once. A provider should cache its token for as long as the token is valid.
/// </summary>
public interface IAccessTokenProvider
{
    /// <summary>Returns the access token for a request.</summary>
    /// <param name="cancellationToken">The cancellation token of the call.</param>
    /// <returns>The access token, without the word <c>Bearer</c>.</returns>
    ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Notifies the provider that Plannr rejected an access token with status 401. The client calls this method at most once for each
    /// call. If <see cref="GetAccessTokenAsync"/> then returns a different token, the client retries the request once with that token.
    /// </summary>
    /// <param name="rejectedToken">The rejected token. Another call may have replaced it already.</param>
    /// <param name="cancellationToken">The cancellation token of the call.</param>
    /// <returns>A task that completes when the provider has replaced the token, or has found that it cannot.</returns>
    ValueTask OnRejectedAsync(string rejectedToken, CancellationToken cancellationToken);
}
