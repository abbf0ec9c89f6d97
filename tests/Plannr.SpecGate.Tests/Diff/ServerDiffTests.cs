namespace Plannr.SpecGate.Tests.Diff;

/// <summary>The impact of changes to servers, security and callbacks on callers of the API and, separately, on users of the generated C#.</summary>
public sealed class ServerDiffTests
{
    // Servers of the document, of a path and of an operation.
    [TestCase("  - url: https://one.example.test\n", "  - url: https://zero.example.test\n  - url: https://one.example.test\n", "server-added compatible")]
    [TestCase("region: { default: eu,", "region: { default: us,", "server-variable-default-changed risky")]
    [TestCase("enum: [eu, us]", "enum: [eu]", "server-variable-enum-value-removed risky")]
    [TestCase("enum: [eu, us]", "enum: [eu, us, jp]", "server-variable-enum-value-added compatible")]
    [TestCase("region: { default: eu, enum: [eu, us] }", "region: { default: eu }", "server-variable-enum-removed compatible")]
    [TestCase("version: { default: v1 }", "version: { default: v1, enum: [v1] }", "server-variable-enum-added risky")]
    [TestCase("      version: { default: v1 }\n", "", "server-variable-removed risky")]
    [TestCase("      version: { default: v1 }\n", "      version: { default: v1 }\n      more: { default: a }\n", "server-variable-added risky")]
    [TestCase("https://things.example.test", "https://more.example.test", "server-added compatible", "server-removed risky")]
    [TestCase("    servers:\n      - url: https://things.example.test\n", "", "server-added compatible ×2", "server-removed risky")]
    [TestCase("part: { default: new }", "part: { default: old }", "server-variable-default-changed risky")]

    // Security.
    [TestCase("oauth: [read, write]", "oauth: [read]", "api-security-scope-removed compatible ×2")]
    [TestCase("oauth: [read, write]", "oauth: [read, write, admin]", "api-security-scope-added breaking ×2")]
    [TestCase("  - oauth: [read, write]", "  - oauth: [write, read]")]
    [TestCase("  - oauth: [read, write]", "  - oauth: [read, write]\n  - oauth: [write]", "api-security-scope-removed compatible ×2")]
    [TestCase("        - oauth: [write]\n          key: []\n", "        - key: []\n          oauth: [write]\n")]
    [TestCase("        - oauth: [write]\n          key: []\n", "        - oauth: [write]\n", "api-security-added compatible", "api-security-removed breaking")]
    [TestCase("operationId: Others_List\n", "operationId: Others_List\n      security: [{ oauth: [read, write] }]\n")]
    [TestCase("operationId: Others_List\n", "operationId: Others_List\n      security: []\n", "api-security-removed compatible")]
    [TestCase("in: header, name: X-Key", "in: query, name: key", "api-security-component-changed breaking ×2")]
    [TestCase("{ type: http, scheme: basic }", "{ type: http, scheme: bearer }")]
    [TestCase("key: { type: apiKey, in: header, name: X-Key }", "key: { type: http, in: header, name: X-Key }", "api-security-component-changed breaking")]
    [TestCase("key: { type: apiKey, in: header, name: X-Key }", "key: { type: apiKey, in: header, name: X-Key, scheme: basic }", "api-security-component-changed breaking")]
    [TestCase("          tokenUrl:", "          refreshUrl: https://login.example.test/refresh\n          tokenUrl:", "api-security-component-oauth-url-changed risky")]
    [TestCase("https://login.example.test/token", "https://login.example.test/tokens", "api-security-component-oauth-url-changed risky")]
    [TestCase(", admin: All. }", " }", "api-security-component-oauth-scope-removed breaking")]
    [TestCase("admin: All.", "admin: All., audit: See.", "api-security-component-oauth-scope-added compatible")]
    [TestCase("clientCredentials:", "password:", "api-security-component-oauth-flow-added compatible", "api-security-component-oauth-flow-removed breaking")]

    // Callbacks.
    [TestCase("        done:\n", "        finished:\n", "callback-added risky", "callback-removed risky")]
    [TestCase("            post: {", "            put: {", "callback-added risky", "callback-removed risky")]

    // Names of the client and the method.
    [TestCase("      operationId: Others_List\n", "", "C#: method-renamed breaking")]
    [TestCase("operationId: Others_List\n", "operationId: Things_Others\n", "C#: method-renamed breaking")]
    [TestCase("operationId: Others_List\n", "operationId: Others_List\n      deprecated: true\n", "C#: became-obsolete risky", "endpoint-deprecated compatible")]
    public void Change_has_the_expected_impact(string from, string to, params string[] expected)
        => Assert.That(ContractPair.Change("servers.yaml", from, to), Is.EqualTo(expected));

    [Test]
    public void Changed_order_of_the_servers_changes_the_default_server()
        => Assert.That(
            ContractPair.Changes(Servers("https://one.example.test", "https://two.example.test"), Servers("https://two.example.test", "https://one.example.test")),
            Is.EqualTo(new[] { "server-default-changed risky" }));

    [Test]
    public void Changed_order_of_the_servers_of_an_operation_changes_its_default_server()
    {
        const string Both = "      - url: https://things.example.test\n      - url: https://more.example.test\n";
        var before = ContractPair.Text("servers.yaml").Replace("      - url: https://things.example.test\n", Both, StringComparison.Ordinal);
        var after = before.Replace(Both, "      - url: https://more.example.test\n      - url: https://things.example.test\n", StringComparison.Ordinal);

        Assert.That(ContractPair.Changes(before, after), Is.EqualTo(new[] { "server-default-changed risky" }));
    }

    [Test]
    public void Operation_that_is_no_longer_deprecated_is_compatible()
    {
        var now = ContractPair.Text("servers.yaml");

        Assert.That(ContractPair.Changes(now.Replace("operationId: Others_List\n", "operationId: Others_List\n      deprecated: true\n", StringComparison.Ordinal), now), Is.EqualTo(new[] { "C#: no-longer-obsolete compatible", "endpoint-reactivated compatible" }));
    }

    [Test]
    public void New_operation_id_renames_the_method()
    {
        var now = ContractPair.Text("servers.yaml");

        Assert.That(ContractPair.Changes(now.Replace("      operationId: Others_List\n", "", StringComparison.Ordinal), now), Is.EqualTo(new[] { "C#: method-renamed breaking" }));
    }

    private static string Servers(string first, string second)
        => $"openapi: 3.0.3\ninfo: {{ title: Things, version: 1.0.0 }}\nservers:\n  - url: {first}\n  - url: {second}\npaths: {{}}\n";
}
