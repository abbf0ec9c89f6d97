using Plannr.Generated;

namespace Plannr.Client.Tests.Sending;

/// <summary>Tests that unusual labels arrive unchanged, or throw before a request is sent.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class LabelTests(Construction construction)
{
    public static IEnumerable<TestCaseData> Labels()
    {
        yield return Label("every Unicode plane", string.Concat(Enumerable.Range(0, 17).Select(plane => char.ConvertFromUtf32((plane << 16) + 0x1234))));
        yield return Label("control characters", new string([.. Enumerable.Range(0, 32).Select(code => (char)code), (char)127, '\u0085', '\u2028', '\uFEFF']));
        yield return Label("1 MiB", new string('x', 1 << 20));
        yield return Label("nothing", "");
        yield return Label("quotes and slashes", "\"\\/'<>&{}");

        static TestCaseData Label(string name, string label) => new TestCaseData(label).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Labels))]
    public async Task Update_sends_and_returns_the_label_unchanged(string label)
    {
        await using var sandbox = await Sandbox.PlannrSandbox.StartAsync();
        await using var client = ClientUnderTest.Create(construction, options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.AccessToken = sandbox.Token;
        });

        var connection = await client.Client.OAuthConnections.UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest { Label = label });

        Assert.That(connection.Label, Is.EqualTo(label));
        Assert.That((await client.Client.OAuthConnections.ListAsync()).Data!.Single().Label, Is.EqualTo(label));
    }

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
