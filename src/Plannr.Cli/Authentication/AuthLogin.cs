using Plannr.Cli.Api;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Output;
using Plannr.Client;

namespace Plannr.Cli.Authentication;

/// <summary>Saves profiles.</summary>
/// <param name="name">The name of the profile.</param>
/// <param name="account">The account of the profile; null for the token's own account.</param>
/// <param name="messages">Receives the messages.</param>
/// <param name="secret">Removes the token from the messages.</param>
internal sealed class AuthLogin(string name, Guid? account, Messages messages, Secret secret)
{
    /// <summary>Saves a profile that uses a sandbox.</summary>
    public Task SaveSandboxAsync(CancellationToken cancellationToken)
        => SaveAsync(new Profile { Account = account, TokenIn = TokenPlace.Sandbox }, cancellationToken);

    /// <summary>Checks a token, and saves it.</summary>
    /// <param name="token">The token.</param>
    /// <param name="server">The server; null for Plannr.</param>
    /// <param name="isInsecure">Whether the token is saved in the file even if the system has a store for secrets.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task SaveTokenAsync(AccessToken token, Uri? server, bool isInsecure, CancellationToken cancellationToken)
    {
        secret.Add(token.Value);
        using var plannr = new PlannrClient(new PlannrClientOptions { AccessToken = token.Value, BaseAddress = server, AccountUuid = account, MaxRetries = 0 }, messages);
        var user = await plannr.Me.GetAsync(cancellationToken);
        var store = ProfileStore.Default;
        store.CreateFolder();
        var isInSystem = !isInsecure && new SystemTokenStore(store.Folder).TrySave(name, token.Value);
        var profile = new Profile { BaseUrl = server, Account = account };
        await SaveAsync(isInSystem ? profile with { TokenIn = TokenPlace.System } : profile with { TokenIn = TokenPlace.File, Token = token.Value }, cancellationToken);
        messages.Say($"User: {AuthStatusCommand.NameOf(user)}.");
        messages.Say(isInSystem
            ? $"The access token is in {SystemTokenStore.Name}."
            : $"The access token is in the file {store.Path}, which only you can read{(isInsecure ? "" : ": this system has no working store for secrets")}.");
    }

    private async Task SaveAsync(Profile profile, CancellationToken cancellationToken)
    {
        await ProfileStore.Default.UpdateAsync(profiles => profiles.With(name, profile), cancellationToken);
        messages.Say($"The profile '{name}' is saved and is now the current profile.");
    }
}
