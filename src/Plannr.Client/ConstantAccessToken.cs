namespace Plannr.Client;

/// <summary>A token that there is no other for.</summary>
internal sealed class ConstantAccessToken(string accessToken) : IAccessTokenProvider
{
    public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken) => new(accessToken);

    public ValueTask OnRejectedAsync(string rejectedToken, CancellationToken cancellationToken) => default;
}
