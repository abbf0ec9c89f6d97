using Plannr.Generated;

namespace Plannr.Client.Tests.Sending;

/// <summary>Tests that arguments that cannot be sent throw before a request is sent.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class UnsendableArgumentTests(Construction construction)
{
    // Passed as numbers, because an attribute cannot contain an unpaired surrogate.
    [TestCase(0xD800)]
    [TestCase(0xDC00)]
    public async Task Update_with_an_unpaired_surrogate_throws_without_sending(int code)
    {
        var label = "secret " + (char)code;
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server);

        var exception = Assert.ThrowsAsync<ArgumentException>(() =>
            client.Client.OAuthConnections.UpdateAsync(Trial.Uuid, new UpdateOAuthConnectionRequest { Label = label }))!;

        Assert.That(exception.ParamName, Is.EqualTo("body"));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Update_with_the_empty_UUID_throws_without_sending()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server);

        var exception = Assert.ThrowsAsync<ArgumentException>(() => client.Client.OAuthConnections.UpdateAsync(Guid.Empty, new UpdateOAuthConnectionRequest()))!;

        Assert.That(exception.ParamName, Is.EqualTo("oauthConnectionUuid"));
        Assert.That(server.Requests, Is.Empty);
    }

    private ClientUnderTest Create(RawServer server) => ClientUnderTest.Create(construction, options =>
    {
        options.BaseAddress = server.BaseAddress;
        options.AccessToken = Trial.Token;
    });
}
