using Plannr.Client.Tests;
using Plannr.Generated;
using Plannr.Sandbox;

namespace Plannr.Client.Integration.Tests;

/// <summary>Tests that the sandbox receives, keeps and returns unusual labels unchanged.</summary>
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
        await using var sandbox = await PlannrSandbox.StartAsync();
        await using var client = ClientUnderTest.Create(construction, options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.AccessToken = sandbox.Token;
        });

        var connection = await client.Client.OAuthConnections.UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest { Label = label });

        Assert.That(connection.Label, Is.EqualTo(label));
        Assert.That((await client.Client.OAuthConnections.ListAsync()).Data!.Single().Label, Is.EqualTo(label));
    }
}
