using Newtonsoft.Json.Linq;
using Plannr.Cli.Contracts.Verification;
using Plannr.Client;
using Plannr.Sandbox;
using Contract = Plannr.Sandbox.Contracts.Contract;

namespace Plannr.Cli.Tests.Contracts;

/// <summary>Tests <c>plannr contract verify</c>.</summary>
public sealed class ContractVerifyTests
{
    private const string Secret = "s3cr3t-v4lue";
    private const string Connection = "6ff8f7f6-1eb3-3525-be4a-3932c805afed";

    private static readonly string[] UnknownProperties = ["sandbox_unknown", "sandbox_unknown_number", "sandbox_unknown_null", "sandbox_unknown_object"];

    private static readonly (string Operation, string Place)[] Objects =
    [
        ("Logins_List", "$"), ("Logins_List", "$.data[*]"), ("Logins_List", "$.data[*].account"), ("Logins_List", "$.data[*].firm"),
        ("Me_Get", "$"),
        ("OAuthConnections_List", "$"), ("OAuthConnections_List", "$.data[*]"), ("OAuthConnections_List", "$.data[*].provider"),
        ("WebhookSubscriptions_List", "$"), ("WebhookSubscriptions_List", "$.data[*]"),
        ("WebhookSubscriptions_Get", "$"),
    ];

    private static readonly IEnumerable<TestCaseData> Faults =
    [
        Fault("none", 0),
        Fault("latency=1ms", 0),
        Fault("status=503", ExitCode.NotVerified),
        Fault("status=404", ExitCode.NotVerified),
        Fault("status=401", ExitCode.Authentication),
        Fault("status=429", ExitCode.RateLimited),
        Fault("status=429,retry-after=none", ExitCode.RateLimited),
        Fault("status=503,operation=Me_Get", ExitCode.NotVerified),
        Fault("status=503,connection=6ff8f7f6-1eb3-3525-be4a-3932c805afed", 0),
        Fault("reset=before", ExitCode.NotVerified),
        Fault("reset=after", ExitCode.NotVerified),
        Fault("stalled-body", ExitCode.NotVerified),
        Fault("expired-token", ExitCode.Authentication),
        Fault("blank-expiry=null", 0),
        Fault("blank-expiry=absent", 0),
        Fault(
            "blank-expiry=empty",
            ExitCode.Failed,
            ("Logins_List", DriftKind.WrongFormat, "$.data[*].expires_at"),
            ("OAuthConnections_List", DriftKind.WrongFormat, "$.data[*].access_token_expires_at"),
            ("OAuthConnections_List", DriftKind.WrongFormat, "$.data[*].refresh_token_expires_at")),
        Fault("unknown-attributes", ExitCode.Failed, [.. Objects.SelectMany(o => UnknownProperties, (o, name) => (o.Operation, DriftKind.UnknownAttribute, $"{o.Place}.{name}"))]),
    ];

    private static readonly IEnumerable<TestCaseData> Responses =
    [
        Response(RawResponse.Json(202, "{}"), DriftKind.UndocumentedStatus, "status 202", "responses:"),
        Response(RawResponse.Json(200, "{}", $"X-New: {Secret}"), DriftKind.UndocumentedHeader, "header X-New", "headers:"),
        Response(RawResponse.Json(200, "{}", $"X-Ratelimit-Remaining: {Secret}"), DriftKind.WrongType, "header X-Ratelimit-Remaining", "X-Ratelimit-Remaining:"),
        Response(RawResponse.Of(200, [(byte)'{', (byte)'}'], "Content-Type: text/html"), DriftKind.UndocumentedMediaType, "header Content-Type", "content:"),
        Response(RawResponse.Json(200, ""), DriftKind.MissingBody, "$", "content:"),
        Response(RawResponse.Json(200, $"{{{Secret}"), DriftKind.InvalidBody, "$", "content:"),
        Response(RawResponse.Json(200, $"\"{Secret}\""), DriftKind.WrongType, "$", "schema:"),
        Response(RawResponse.Json(200, $$$"""{"data":[{"label":7},{"label":{"a":"{{{Secret}}}"}}]}"""), DriftKind.WrongType, "$.data[*].label", "label:"),
        Response(RawResponse.Json(200, $$$"""{"data":[{"uuid":"{{{Secret}}}"}]}"""), DriftKind.WrongFormat, "$.data[*].uuid", "uuid:"),
        Response(RawResponse.Json(200, $$$"""{"data":[{"provider":{"new":"{{{Secret}}}"}}]}"""), DriftKind.UnknownAttribute, "$.data[*].provider.new", "provider:"),
        Response(RawResponse.Json(422, $$$"""{"errors":{"{{{Secret}}}":[{}],"{{{Secret}}}.0":[1]}}"""), DriftKind.WrongType, "$.errors.*[*]", "items:"),
    ];

    [TestCaseSource(nameof(Faults))]
    public async Task Report_has_exactly_the_differences_that_a_fault_causes(string fault, int exitCode, string[] differences)
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = SandboxFault.Parse(fault) });

        var report = await VerifyAsync(sandbox);

        Assert.Multiple(() =>
        {
            Assert.That(report.Drifts.Select(d => Text(d.Operation, d.Kind, d.Place)), Is.EquivalentTo(differences));
            Assert.That(report.ExitCode, Is.EqualTo(exitCode));
        });
    }

    [Test]
    public void Each_fault_of_the_sandbox_has_a_test_case()
    {
        var cases = Faults.Select(f => SandboxFault.Parse((string)f.Arguments[0]!)).ToArray();
        var missing = typeof(SandboxFault).GetProperties().Where(p => p.GetMethod!.IsPublic && !p.GetMethod.IsStatic)
            .Where(p => cases.All(c => Equals(p.GetValue(c), p.GetValue(SandboxFault.None))))
            .Select(p => p.Name);

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public async Task Difference_has_its_line_in_the_contract()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = SandboxFault.Parse("blank-expiry=empty") });
        var contract = (await Contract.LoadAsync(CancellationToken.None)).Yaml.Split('\n');

        var report = await VerifyAsync(sandbox);

        Assert.That(report.Drifts, Has.Count.EqualTo(3));
        Assert.That(report.Drifts.Select(d => contract[d.Line - 1].Trim()), Is.EqualTo(report.Drifts.Select(d => d.Place.Split('.')[^1] + ":")));
    }

    [TestCaseSource(nameof(Responses))]
    public async Task Response_that_differs_is_reported_with_its_place_and_without_its_values(byte[] response, string kind, string place, string line)
    {
        await using var server = RawServer.Answering(response);
        var contract = (await Contract.LoadAsync(CancellationToken.None)).Yaml.Split('\n');

        foreach (var format in new[] { "json", "text", "markdown" })
        {
            var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "token-of-test"), "contract", "verify", "--retries", "0", "--output", format);

            Assert.That(result.ExitCode, Is.EqualTo(1), result.StandardError);
            Assert.That(result.StandardOutput + result.StandardError, Does.Not.Contain(Secret));
            Assert.That(result.StandardOutput, Does.Contain(place));
            if (format == "json")
            {
                var drift = JObject.Parse(result.StandardOutput)["differences"]!.Single(d => d.Value<string>("operation") == "OAuthConnections_List");
                Assert.That((drift.Value<string>("kind"), drift.Value<string>("place")), Is.EqualTo((kind, place)));
                Assert.That(contract[drift.Value<int>("line") - 1].Trim(), Is.EqualTo(line));
            }
        }
    }

    [Test]
    public async Task Unknown_value_of_an_enumeration_is_reported()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, $$$"""{"data":[{"events":["account.created","{{{Secret}}}"]}]}"""));
        using var client = new PlannrClient(new PlannrClientOptions { BaseAddress = server.BaseAddress, AccessToken = "token-of-test" });

        var report = await VerifyAsync(client, server.BaseAddress);

        Assert.That(report.Drifts.Where(d => d.Operation == "WebhookSubscriptions_List").Select(d => (d.Kind, d.Place)), Is.EqualTo(new[] { (DriftKind.UnknownValue, "$.data[*].events[*]") }));
    }

    [TestCase("text")]
    [TestCase("json")]
    [TestCase("markdown")]
    public async Task Verify_of_the_sandbox_finds_no_difference(string format)
    {
        string[] arguments = ["contract", "verify", "--sandbox", "--connection", Connection, "--output", format];

        var result = await PlannrProcess.RunAsync(arguments);

        Assert.That(result.ExitCode, Is.Zero);
        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments), "txt");
    }

    [Test]
    public async Task Verify_with_a_connection_updates_it_with_its_current_label()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var client = Client(sandbox);
        var before = (await client.OAuthConnections.ListAsync()).Data!.Single(c => c.Uuid == TestSandbox.Uuid(2));

        var report = await VerifyAsync(client, sandbox.BaseAddress, TestSandbox.Uuid(2));

        var after = (await client.OAuthConnections.ListAsync()).Data!.Single(c => c.Uuid == TestSandbox.Uuid(2));
        Assert.Multiple(() =>
        {
            Assert.That(report.Operations[^1], Is.EqualTo(new VerifiedOperation("OAuthConnections_Update", "PUT", "/api/v1/oauth/connections/{oauthConnection_uuid}", 200)));
            Assert.That(after.Label, Is.EqualTo(before.Label));
            Assert.That(after.UpdatedAt, Is.GreaterThan(before.UpdatedAt!.Value));
        });
    }

    [Test]
    public async Task Verify_with_an_unknown_connection_exits_with_NotFound()
    {
        var result = await PlannrProcess.RunAsync("contract", "verify", "--sandbox", "--connection", TestSandbox.Uuid(9).ToString());

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.NotFound));
        Assert.That(result.StandardError, Does.Contain($"There is no connection {TestSandbox.Uuid(9)}."));
    }

    [Test]
    public async Task Verify_with_curl_prints_a_command_for_each_request()
    {
        var result = await PlannrProcess.RunAsync("contract", "verify", "--curl");

        Assert.That(result.StandardOutput.Split('\n').Where(l => l.StartsWith("curl", StringComparison.Ordinal)), Has.Exactly(4).Items);
        Assert.That(result.StandardOutput, Does.Contain("https://api.plannrcrm.com/api/v2/webhook-subscriptions"));
    }

    private static async Task<VerificationReport> VerifyAsync(PlannrSandbox sandbox)
    {
        using var client = Client(sandbox);
        return await VerifyAsync(client, sandbox.BaseAddress);
    }

    private static async Task<VerificationReport> VerifyAsync(PlannrClient client, Uri server, Guid? connection = null)
        => await new ContractVerifier(client.HttpClient, server, await Contract.LoadAsync(CancellationToken.None)).RunAsync(connection, CancellationToken.None);

    private static PlannrClient Client(PlannrSandbox sandbox) => new(new PlannrClientOptions
    {
        BaseAddress = sandbox.BaseAddress,
        AccessToken = sandbox.Token,
        MaxRetries = 0,
        // Limits the time of the test with the stalled body.
        AttemptTimeout = TimeSpan.FromSeconds(3),
    });

    private static TestCaseData Fault(string fault, int exitCode, params (string Operation, DriftKind Kind, string Place)[] differences)
        => new(fault, exitCode, differences.Select(d => Text(d.Operation, d.Kind, d.Place)).ToArray());

    private static string Text(string operation, DriftKind kind, string place) => $"{operation} {kind} {place}";

    private static TestCaseData Response(byte[] response, DriftKind kind, string place, string line)
        => new(response, new Newtonsoft.Json.Serialization.SnakeCaseNamingStrategy().GetPropertyName(kind.ToString(), hasSpecifiedName: false), place, line);
}
