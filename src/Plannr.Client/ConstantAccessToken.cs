namespace Plannr.Client;

/// <summary>Returns the same access token for every request.</summary>
internal sealed class ConstantAccessToken(string accessToken) : IAccessTokenProvider
{
    public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken) => new(accessToken);

    public ValueTask OnRejectedAsync(string rejectedToken, CancellationToken cancellationToken) => default;
}
