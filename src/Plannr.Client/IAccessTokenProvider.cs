namespace Plannr.Client;

/// <summary>
/// Returns access tokens: personal access tokens, which users create in Plannr (Settings, Account Details, "Personal Access Tokens")
/// or ask Plannr for if that page is missing for them, or those of an OAuth2 authorization code flow
/// (https://api-how-to.plannrcrm.com/getting-started/authorization). The client asks it for each request, from many threads at once; it
/// should keep a token for as long as the token is valid.
/// </summary>
public interface IAccessTokenProvider
{
    /// <summary>The token to send.</summary>
    /// <param name="cancellationToken">The call's own.</param>
    /// <returns>The token, without the word <c>Bearer</c>.</returns>
    ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Says that Plannr answered 401 to a token, once for a call. If <see cref="GetAccessTokenAsync"/> then hands out another
    /// token, the request is sent once more with that.
    /// </summary>
    /// <param name="rejectedToken">The token. Another call may have replaced it meanwhile.</param>
    /// <param name="cancellationToken">The call's own.</param>
    /// <returns>A task that ends when the token has been replaced, or cannot be.</returns>
    ValueTask OnRejectedAsync(string rejectedToken, CancellationToken cancellationToken);
}
