using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests;

public sealed class ConnectionLifeTests
{
    [Test]
    public async Task Connection_is_created_expires_is_refreshed_renamed_and_deleted()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.Token });

        // The user chooses Allow on the provider's page.
        var uuid = (await sandbox.ConnectAsync("fundment")).Uuid!.Value;
        Assert.That((await FindAsync())!.Provider!.Name, Is.EqualTo("fundment"));

        var emails = sandbox.AdvanceTime(TimeSpan.FromDays(366)).Where(e => e.Connection == uuid);
        Assert.That(emails.Select(e => e.Kind), Is.EqualTo(new[] { SandboxEmailKind.ExpiresIn14Days, SandboxEmailKind.ExpiresIn7Days, SandboxEmailKind.Expired }));
        Assert.That((await FindAsync())!.RefreshTokenExpiresAt, Is.LessThan(sandbox.TimeProvider.GetUtcNow()));

        // The user follows refresh_authorization_url, and chooses Allow.
        await sandbox.RefreshAsync(uuid);
        Assert.That((await FindAsync())!.RefreshTokenExpiresAt, Is.GreaterThan(sandbox.TimeProvider.GetUtcNow()));

        await plannr.OAuthConnections.UpdateAsync(uuid, new() { Label = "Renamed" });
        Assert.That((await FindAsync())!.Label, Is.EqualTo("Renamed"));

        await plannr.OAuthConnections.DeleteAsync(uuid);
        Assert.That(await FindAsync(), Is.Null);
        Assert.That(sandbox.Requests.SelectMany(r => r.Violations), Is.Empty);

        async Task<OAuthConnection?> FindAsync() => (await plannr.OAuthConnections.ListAsync()).Data!.SingleOrDefault(c => c.Uuid == uuid);
    }
}
