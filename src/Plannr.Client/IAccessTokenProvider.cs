namespace Plannr.Client;

/// <summary>
/// Hands out access tokens: personal access tokens, which Plannr issues on request, or those of an OAuth2 authorization code
/// flow (https://api-how-to.plannrcrm.com). It is asked for each request, by many threads at once, and should keep the token
/// for as long as it is good.
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
