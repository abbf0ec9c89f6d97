using System.Text.RegularExpressions;
using Plannr.Generated;

namespace Plannr.Cli.Tests.Sandbox;

/// <summary>Tests <c>plannr sandbox</c>.</summary>
public sealed partial class SandboxTests
{
    private const string Seed = """{"accounts": [{"uuid": "11111111-1111-4111-8111-111111111111", "connections": [{"uuid": "22222222-2222-4222-8222-222222222222", "label": "seeded"}]}]}""";

    [Test]
    [Platform(Exclude = "Win", Reason = "On Windows, only a console can send Ctrl-C.")]
    public async Task Sandbox_prints_how_to_call_it_and_exits_after_Ctrl_C()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var exitCode = await sandbox.InterruptAsync();

        Assert.That(exitCode, Is.Zero);
        Assert.That(sandbox.Errors, Is.Empty);
        await Snapshot.Verify(PortNumber().Replace(sandbox.Output, "http://127.0.0.1:{port}/"), "txt");
    }

    [Test]
    public async Task Options_set_the_tokens_the_rate_limit_the_seed_the_data_file_and_the_faults()
    {
        var folder = Directory.CreateTempSubdirectory("plannr-");
        try
        {
            var seed = Path.Combine(folder.FullName, "seed.json");
            var data = Path.Combine(folder.FullName, "plannr.db");
            await File.WriteAllTextAsync(seed, Seed);
            await using var sandbox = await RunningSandbox.StartAsync(
                "--token", "one", "--token", "two", "--rate-limit", "3", "--seed", seed, "--data", data, "--fault", "unknown-attributes,latency=1ms");
            using var httpClient = sandbox.CreateClient("two");

            var response = await new OAuthConnectionsClient(httpClient).ListWithResponseAsync();

            Assert.That(response.RateLimitRemaining, Is.EqualTo(2));
            Assert.That(PlannrJson.Serialize(response.Value), Does.Contain("\"label\":\"seeded\"").And.Contain("sandbox_unknown"));
            Assert.That(sandbox.Output, Does.Contain("--header 'Authorization: Bearer one'").And.Contain(data).And.Contain("/22222222-2222-4222-8222-222222222222'"));
            Assert.That(File.Exists(data), Is.True);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Options_set_the_authorization_the_clock_the_log_the_journal_and_the_allowed_host()
    {
        await using var sandbox = await RunningSandbox.StartAsync("--simulate-authorization", "--clock", "2020-01-02T03:04:05Z", "--log", "true", "--journal", "1", "--allow-host", "sandbox");
        using var httpClient = sandbox.CreateClient("sandbox-token");
        httpClient.DefaultRequestHeaders.Host = "sandbox";

        await httpClient.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative));
        var connection = (await new OAuthConnectionsClient(httpClient).ListAsync()).Data!.Single();

        Assert.That(connection.RefreshAuthorizationUrl!.ToString(), Does.StartWith("http://sandbox/oauth/fundment/authorize/"));
        Assert.That(await httpClient.GetStringAsync(new Uri("/sandbox/clock", UriKind.Relative)), Does.Contain("\"now\":\"2020-01-02T03:"));
        Assert.That(await httpClient.GetStringAsync(new Uri("/sandbox/requests", UriKind.Relative)), Does.Contain("OAuthConnections_List").And.Not.Contain("nothing"));
        await sandbox.WaitForOutputAsync("GET /api/v1/oauth/connections 200 in ");
    }

    [TestCase("--clock=-1d", -1)]
    [TestCase("--clock=+14d", 14)]
    public async Task Clock_option_with_a_duration_sets_an_offset_and_redirected_output_has_no_log(string argument, int days)
    {
        await using var sandbox = await RunningSandbox.StartAsync(argument);
        using var httpClient = sandbox.CreateClient("sandbox-token");

        await httpClient.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative));
        var clock = await httpClient.GetStringAsync(new Uri("/sandbox/clock", UriKind.Relative));

        Assert.That(clock, Does.Contain($"\"offset_seconds\":{days * 86_400}."));
        // A log line may follow the response. After the end of the process, the output is complete.
        await sandbox.KillAsync();
        Assert.That(sandbox.Output, Does.Not.Contain("/api/v1/nothing"));
    }

    [Test]
    public async Task Sandbox_that_listens_on_all_addresses_prints_a_warning()
    {
        await using var sandbox = await RunningSandbox.StartAsync("--listen", "0.0.0.0");

        await sandbox.KillAsync();

        Assert.That(sandbox.BaseAddress.Host, Is.EqualTo("127.0.0.1"));
        Assert.That(sandbox.Errors, Does.StartWith("plannr: Warning: the sandbox listens on 0.0.0.0, so everyone who can reach this machine can use it."));
    }

    [Test]
    public async Task Port_in_use_prints_an_error_and_exits_with_1()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var port = sandbox.BaseAddress.Port;

        var result = await PlannrProcess.RunAsync("sandbox", "--port", $"{port}");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.StandardOutput, Is.Empty);
        Assert.That(result.StandardError.ReplaceLineEndings("\n"), Is.EqualTo(
            $"plannr: The sandbox cannot listen. Failed to bind to address http://127.0.0.1:{port}: address already in use. Choose another port with --port (0 for any free port), or another address with --listen.\n"));
    }

    [Test]
    public async Task Address_of_another_machine_prints_an_error_and_exits_with_1()
    {
        var result = await PlannrProcess.RunAsync("sandbox", "--listen", "192.0.2.1");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.StandardError, Does.StartWith("plannr: The sandbox cannot listen. Failed to bind to address 192.0.2.1, port 5080: ").And.Not.Contain("   at "));
    }

    private static readonly Dictionary<string, string> InvalidArguments = new()
    {
        ["missing seed"] = "--seed no-such-seed.json",
        ["invalid port"] = "--port http",
        ["invalid address"] = "--listen everywhere",
        ["unknown fault"] = "--fault late",
        ["conflicting faults"] = "--fault status=503,reset",
        ["invalid clock"] = "--clock tomorrow",
        ["host with a port"] = "--allow-host sandbox:5080",
        ["fault for an unknown operation"] = "--fault status=503,operation=OAuthConnections_Lst",
        ["negative rate limit"] = "--rate-limit -1",
    };

    private static IEnumerable<string> Problems => InvalidArguments.Keys;

    [TestCaseSource(nameof(Problems))]
    public async Task Invalid_arguments_print_an_error_and_exit_with_2(string problem)
    {
        var result = await PlannrProcess.RunAsync(["sandbox", .. InvalidArguments[problem].Split(' ')]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardOutput, Is.Empty);
        // The system's message for a missing file contains its whole path.
        await Snapshot.Verify(WholePath().Replace(result.StandardError, "'...$1'"), "txt");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex PortNumber();

    [GeneratedRegex(@"'[^']*([/\\]no-such-seed\.json)'")]
    private static partial Regex WholePath();
}
