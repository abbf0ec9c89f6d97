using System.Text;

namespace Plannr.Mcp.Tests;

/// <summary>Tests the errors of invalid calls.</summary>
public sealed class InvalidCallTests
{
    private static readonly (string Tool, string Arguments)[] InvalidCalls =
    [
        ("search", "{}"),
        ("search", """{"query":" "}"""),
        ("search", """{"query":true}"""),
        ("search", """{"qeury":"x"}"""),
        ("search", """{"query":"x","limit":21}"""),
        ("search", """{"query":"x","limit":"many"}"""),
        ("search", """{"query":"x","offset":-1}"""),
        ("list_operations", """{"tag":"OauthConnection"}"""),
        ("get_operation", "{}"),
        ("get_operation", """{"operation":"OAuthConnection_Updte"}"""),
        ("get_operation", """{"operation":"zebra"}"""),
        ("get_operation", """{"operation":"/api/v1/oauth/connections/{oauthConnection_uuid}"}"""),
        ("get_schema", """{"schema":"OAuthConection"}"""),
        ("fetch", """{"source":"#/components/schemas/OAuthConnection/properties/lable"}"""),
        ("fetch", """{"source":"nonsense"}"""),
        ("fetch", """{"source":"plannr://guides/eror"}"""),
        ("get_request_example", """{"operation":"OAuthConnections_Update","language":"cobol"}"""),
        ("get_request_example", """{"operation":"OAuthConnections_Update","arguments":{"uuid":"x"}}"""),
        ("get_request_example", """{"operation":"OAuthConnections_Update","arguments":"label"}"""),
        ("call_OAuthConnections_Update", "{}"),
        ("call_OAuthConnections_Update", """{"oauthConnection_uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed"}"""),
        ("call_OAuthConnections_Update", """{"oauthConnection_uuid":"..","body":{}}"""),
        ("call_OAuthConnections_Update", """{"oauthConnection_uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","body":"Mine"}"""),
        ("call_OAuthConnections_Update", """{"oauthConnection_uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","body":{"lable":"Mine"}}"""),
        ("call_OAuthConnections_Update", """{"oauthConnection_uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","body":{"label":true}}"""),
        ("call_OAuthConnections_Update", """{"oauthConnection_uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","label":"Mine"}"""),
    ];

    [Test]
    public async Task Invalid_call_returns_what_is_wrong_and_what_is_valid()
    {
        await using var connection = await Connection.OverHttpAsync(allowCalls: true);
        var text = new StringBuilder();

        foreach (var (tool, arguments) in InvalidCalls)
        {
            text.Append(tool).Append(' ').Append(arguments).Append('\n').Append("  ").Append(await connection.ErrorAsync(tool, arguments)).Append("\n\n");
        }

        await Snapshot.Verify(text.ToString(), "txt");
    }

    [TestCase(Transport.Http)]
    [TestCase(Transport.Stdio)]
    public async Task Error_reaches_the_caller_over_each_transport(Transport transport)
    {
        await using var connection = await Connection.OpenAsync(transport);

        var error = await connection.ErrorAsync("get_schema", """{"schema":"OAuthConection"}""");

        Assert.That(error, Is.EqualTo("There is no schema 'OAuthConection'. Did you mean 'OAuthConnection'?"));
    }
}
