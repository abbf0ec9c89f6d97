using ModelContextProtocol.Protocol;

namespace Plannr.Mcp.Tests;

/// <summary>Tests the tools and the resources that the server lists.</summary>
public sealed class ToolAndResourceTests
{
    [Test]
    public async Task Server_lists_its_tools([Values] bool allowCalls)
    {
        await using var connection = await Connection.OverHttpAsync(allowCalls);

        var tools = (await connection.Client.ListToolsAsync()).Select(t => t.ProtocolTool).OrderBy(t => t.Name, StringComparer.Ordinal);

        await Snapshot.Verify(Connection.Pretty(tools.Where(t => !allowCalls || t.Name.StartsWith("call_", StringComparison.Ordinal))), "json");
    }

    [Test]
    public async Task Both_transports_list_the_same_tools([Values] bool allowCalls)
    {
        await using var http = await Connection.OpenAsync(Transport.Http, allowCalls);
        await using var stdio = await Connection.OpenAsync(Transport.Stdio, allowCalls);

        var tools = Connection.Pretty((await stdio.Client.ListToolsAsync()).Select(t => t.ProtocolTool));

        Assert.That(tools, Is.EqualTo(Connection.Pretty((await http.Client.ListToolsAsync()).Select(t => t.ProtocolTool))));
        Assert.That(stdio.Log, Is.Empty);
    }

    [Test]
    public async Task Tools_without_allow_calls_are_all_read_only()
    {
        await using var connection = await Connection.OverHttpAsync();

        var tools = (await connection.Client.ListToolsAsync()).Select(t => t.ProtocolTool);

        Assert.That(tools.Select(t => (t.Annotations!.ReadOnlyHint, t.Annotations.DestructiveHint, t.Annotations.OpenWorldHint)), Is.All.EqualTo(((bool?)true, (bool?)false, (bool?)false)));
    }

    [Test]
    public async Task Tools_with_allow_calls_include_one_for_each_operation_of_the_contract()
    {
        await using var connection = await Connection.OverHttpAsync(allowCalls: true);

        var tools = (await connection.Client.ListToolsAsync()).Select(t => t.ProtocolTool).Where(t => t.Name.StartsWith("call_", StringComparison.Ordinal));

        Assert.That(
            tools.Select(t => (t.Name, t.Annotations!.ReadOnlyHint, t.Annotations.IdempotentHint, t.Annotations.DestructiveHint)),
            Is.EquivalentTo(new[]
            {
                ("call_Logins_List", (bool?)true, (bool?)true, (bool?)false),
                ("call_Me_Get", true, true, false),
                ("call_OAuthConnections_List", true, true, false),
                ("call_OAuthConnections_Update", false, true, false),
                ("call_OAuthConnections_Delete", false, true, true),
                ("call_WebhookSubscriptions_List", true, true, false),
                ("call_WebhookSubscriptions_Create", false, false, false),
                ("call_WebhookSubscriptions_Get", true, true, false),
                ("call_WebhookSubscriptions_Update", false, true, false),
            }));
    }

    [TestCase(Transport.Http)]
    [TestCase(Transport.Stdio)]
    public async Task Contract_and_guides_are_resources(Transport transport)
    {
        await using var connection = await Connection.OpenAsync(transport);

        var resources = await connection.Client.ListResourcesAsync();

        Assert.That(resources.Select(r => (r.Uri, r.MimeType)), Is.EquivalentTo(new[]
        {
            ("plannr://openapi/plannr.yaml", "application/yaml"),
            ("plannr://openapi/plannr.json", "application/json"),
            ("plannr://guides/authentication", "text/markdown"),
            ("plannr://guides/accounts", "text/markdown"),
            ("plannr://guides/connections", "text/markdown"),
            ("plannr://guides/expiry", "text/markdown"),
            ("plannr://guides/rate-limit", "text/markdown"),
            ("plannr://guides/errors", "text/markdown"),
            ("plannr://guides/client", "text/markdown"),
            ("plannr://guides/webhooks", "text/markdown"),
            ("plannr://guides/sandbox", "text/markdown"),
            ("plannr://guides/sandbox-faults", "text/markdown"),
            ("plannr://guides/packages", "text/markdown"),
        }));
        var yaml = (TextResourceContents)(await connection.Client.ReadResourceAsync("plannr://openapi/plannr.yaml")).Contents.Single();
        Assert.That(yaml.Text, Is.EqualTo(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "plannr.yaml"))));
    }

    [Test]
    public async Task Guide_resource_and_fetch_return_the_section_of_the_README()
    {
        await using var connection = await Connection.OverHttpAsync();

        foreach (var resource in (await connection.Client.ListResourcesAsync()).Where(r => r.MimeType == "text/markdown"))
        {
            var text = ((TextResourceContents)(await connection.Client.ReadResourceAsync(resource.Uri)).Contents.Single()).Text;
            var fetched = await connection.AskAsync("fetch", Connection.Pretty(new { source = resource.Uri }));

            Assert.That(fetched.GetProperty("text").GetString(), Is.EqualTo(text));
            Assert.That(text, Does.StartWith("#"));
        }

        var errors = ((TextResourceContents)(await connection.Client.ReadResourceAsync("plannr://guides/errors")).Contents.Single()).Text;
        var readme = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Plannr.Client.README.md"))).ReplaceLineEndings("\n");
        Assert.That(errors, Does.StartWith("## Handle errors\n").And.Contain("PlannrNotFoundException"));
        Assert.That(readme, Does.Contain(errors));
    }
}
