using System.Text.RegularExpressions;
using Plannr.Cli.Connections;
using Plannr.Cli.Output.Tables;
using Plannr.Client;

namespace Plannr.Cli.Tests.Output;

/// <summary>Tests the output on a terminal.</summary>
[Platform("Linux", Reason = "On other systems, the program 'script' has other options.")]
public sealed partial class TerminalTests
{
    private const string Uuid = "22222222-2222-4222-8222-000000000001";
    private const string Escape = "\u001b[";

    private const string Connections = """
        {"data":[
        {"uuid":"22222222-2222-4222-8222-000000000001","label":"Short","provider":{"label":"Fundment"},"access_token_expires_at":null},
        {"uuid":"22222222-2222-4222-8222-000000000002","label":"東京の証券会社の接続、とても長い名前の例です","provider":{"label":"Transact"}},
        {"uuid":"22222222-2222-4222-8222-000000000003","label":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 and words","provider":{"name":"fundment"}},
        {"uuid":"22222222-2222-4222-8222-000000000004","label":"A label of many words, as people write them for their colleagues\\nin two lines","provider":{"label":"A provider with a long name"}}]}
        """;

    [Test]
    public async Task Table_has_colors()
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var (output, exitCode) = await PseudoTerminal.RunAsync(TestSandbox.Environment(sandbox), ["connections", "list"]);

        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.Match($"\u001b\\[1mFirst\u001b\\[0m.*\u001b\\[91mexpired [0-9]+ days ago\u001b\\[0m"));
    }

    [TestCase(80)]
    [TestCase(120)]
    public async Task Connections_list_fits_the_terminal_with_one_line_for_each_connection(int columns)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, Connections));

        var (output, exitCode) = await PseudoTerminal.RunAsync(new(TestSandbox.Environment(server.BaseAddress, "token")) { ["NO_COLOR"] = "1" }, ["connections", "list"], columns);

        Assert.That(exitCode, Is.Zero, output);
        var lines = output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(5));
        Assert.That(lines.Select(CellText.Width), Is.All.LessThanOrEqualTo(columns));
        await Snapshot.Verify(output.ReplaceLineEndings("\n"), "txt");
    }

    [TestCase(80)]
    [TestCase(120)]
    public async Task Accounts_and_webhooks_fit_the_terminal_with_one_line_for_each(int columns)
    {
        await using var sandbox = await TestSandbox.StartAsync(new Uri("https://api.example.com/a/long/path/to/the/receiver/of/webhooks"));
        Dictionary<string, string?> environment = new(TestSandbox.Environment(sandbox)) { ["NO_COLOR"] = "1" };

        var (accounts, _) = await PseudoTerminal.RunAsync(environment, ["accounts", "list"], columns);
        var (webhooks, _) = await PseudoTerminal.RunAsync(environment, ["webhooks", "list"], columns);

        var output = Scrubbed.Of(accounts + webhooks);
        Assert.That(output.TrimEnd('\n').Split('\n').Select(line => line.Length), Has.Exactly(6).Items.And.All.LessThanOrEqualTo(columns));
        await Snapshot.Verify(output, "txt");
    }

    [TestCase(new string[0], true)]
    [TestCase(new[] { "--log", "false" }, false)]
    public async Task Sandbox_on_a_terminal_logs_requests_unless_log_is_false(string[] arguments, bool prints)
    {
        const string Path = "/api/v1/nothing";
        async Task<string> CallAsync(string output)
        {
            using var httpClient = new HttpClient();
            using var response = await httpClient.GetAsync(new Uri(new Uri(ListeningAddress().Match(output).Value), Path));
            return prints ? "" : "\u0003";
        }

        var (output, exitCode) = await PseudoTerminal.RunAsync(
            [], ["sandbox", "--port", "0", .. arguments], 120, [("--data '", CallAsync), (prints ? $"GET {Path} 401" : "--data '", _ => Task.FromResult("\u0003"))]);

        Assert.That(exitCode, Is.EqualTo(130).Or.Zero, output);
        Assert.That(output, prints ? Does.Contain($"GET {Path} 401 in ") : Does.Not.Contain(Path));
    }

    [Test]
    public async Task Watch_redraws_in_place_until_Ctrl_C_and_exits_with_130()
    {
        var responses = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) => await stream.WriteAsync(
            Interlocked.Increment(ref responses) switch
            {
                1 => RawResponse.Json(200, """{"data":[{"label":"before"}]}"""),
                2 => RawResponse.Json(500, """{"message":"Broken."}"""),
                _ => RawResponse.Json(200, """{"data":[{"label":"after"}]}"""),
            },
            cancellationToken));

        var (output, exitCode) = await PseudoTerminal.RunAsync(
            TestSandbox.Environment(server.BaseAddress, "token"), ["connections", "list", "--watch", "1"], ("after", "\u0003"));

        Assert.That(exitCode, Is.EqualTo(130), output);
        var (open, close) = (output.IndexOf($"{Escape}?1049h", StringComparison.Ordinal), output.IndexOf($"{Escape}?1049l", StringComparison.Ordinal));
        Assert.That((open, close), Is.EqualTo((output.LastIndexOf($"{Escape}?1049h", StringComparison.Ordinal), output.LastIndexOf($"{Escape}?1049l", StringComparison.Ordinal))), "The alternate screen was opened or closed more than once.");
        var screen = output[open..close];
        Assert.That(screen, Does.Match("(?s)Every 1 s, last at .*before.*Not up to date: Plannr has a problem \\(status 500: Broken\\)\\..*before.*Every 1 s.*after"));
        Assert.That(screen, Does.Not.Contain($"{Escape}2J"), "Clearing the whole screen would make it flicker.");
        Assert.That(output[close..].ReplaceLineEndings("\n"), Does.EndWith("plannr: Interrupted.\n"));
    }

    [TestCase("NO_COLOR", "1")]
    [TestCase("TERM", "dumb")]
    public async Task Table_with_NO_COLOR_or_a_dumb_terminal_has_no_escape_sequences(string variable, string value)
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var (output, _) = await PseudoTerminal.RunAsync(new(TestSandbox.Environment(sandbox)) { [variable] = value }, ["connections", "list"]);

        Assert.That(output, Does.Match("000000000001  First  +Fundment "));
        Assert.That(output.Contains(Escape, StringComparison.Ordinal), Is.False);
    }

    [Test]
    public async Task JSON_is_indented_and_its_control_characters_are_escaped()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{\"data\":[{\"label\":\"a\u001b[31m\u009b32mb\"}]}"));

        var (output, exitCode) = await PseudoTerminal.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), ["connections", "list", "--output", "json"]);

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output.ReplaceLineEndings("\n"), Does.Contain("""
            {
              "data": [
                {
                  "label": "a\u001b[31m\u009b32mb"
                }
              ]
            }
            """));
    }

    [TestCase("table")]
    [TestCase("csv")]
    public async Task Control_characters_in_values_of_the_API_are_replaced(string format)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[{"uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","label":"a\u001b[31mb\u009bc\u202ed","provider":{"label":"\u001b]0;title\u0007"}}]}"""));

        var (output, _) = await PseudoTerminal.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), ["connections", "list", "--output", format]);

        Assert.That(output, Does.Contain("a [31mb c d"));
        // Ordinal, because a comparison by culture ignores these characters.
        Assert.That(output.Contains("\u001b[31m", StringComparison.Ordinal) || output.Contains("\u001b]0", StringComparison.Ordinal), Is.False);
        Assert.That(output.IndexOfAny(['\u009b', '\u202e', '\u0007']), Is.Negative);
    }

    [TestCase("y", true)]
    [TestCase("", false)]
    [TestCase("yeah", false)]
    public async Task Delete_prints_the_warning_and_deletes_only_after_y(string answer, bool deletes)
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var (output, exitCode) = await PseudoTerminal.RunAsync(TestSandbox.Environment(sandbox), ["connections", "delete", Uuid], ("[y/N] ", answer + "\n"));
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.Token });
        var connections = (await plannr.OAuthConnections.ListAsync()).Data!;

        Assert.That(exitCode, Is.EqualTo(deletes ? 0 : 1), output);
        Assert.That(connections.Any(c => c.Uuid == Guid.Parse(Uuid)), Is.EqualTo(!deletes));
        if (answer == "y")
        {
            await Snapshot.Verify(output.ReplaceLineEndings("\n"), "txt");
        }
    }

    [Test]
    public async Task Warning_of_delete_is_the_description_in_the_contract()
    {
        var contract = Newtonsoft.Json.Linq.JObject.Parse((await PlannrProcess.RunAsync("contract", "show", "--format", "json")).StandardOutput);

        var warning = (string)contract["paths"]!["/api/v1/oauth/connections/{oauthConnection_uuid}"]!["delete"]!["description"]!;

        Assert.That(warning, Is.EqualTo(ConnectionsDeleteCommand.Warning));
    }

    [Test]
    public async Task Ctrl_C_at_the_question_exits_with_130()
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var (output, exitCode) = await PseudoTerminal.RunAsync(TestSandbox.Environment(sandbox), ["connections", "delete", Uuid], ("[y/N] ", "\u0003"));

        Assert.That(exitCode, Is.EqualTo(130));
        Assert.That(output.ReplaceLineEndings("\n"), Does.Contain("plannr: Interrupted.\n"));
    }

    [Test]
    public async Task Relabel_shows_a_progress_bar_with_the_counts_the_rate_and_the_time_left()
    {
        using var folder = new TestFolder();
        await using var sandbox = await TestSandbox.StartAsync(connections: 20);
        await using var server = await RecordingServer.StartAsync(sandbox);
        var labels = folder.Write("labels.csv", "uuid,label\n" + string.Concat(Enumerable.Range(1, 21).Select(i => $"{TestSandbox.Uuid(i)},New\n")));
        _ = server.HoldAfter(10);

        // The bar is shown while a row waits for its response. Then the test types Ctrl-C.
        var (output, exitCode) = await PseudoTerminal.RunAsync(
            TestSandbox.Environment(server.BaseAddress, "sandbox-token"), ["connections", "relabel", "--from", labels, "--concurrency", "1"], ("10 done, 0 failed, ", "\u0003"));

        Assert.That(output, Does.Match(@"━+.* 4[78]% 10 done, 0 failed, [0-9,]+/min, [0-9]+ (s|min) left"));
        Assert.That(output.ReplaceLineEndings("\n"), Does.Contain($"{Escape}?25hplannr: Interrupted after 10 of 21 rows. "));
        Assert.That(exitCode, Is.EqualTo(130));
    }

    [Test]
    public async Task Relabel_with_NO_COLOR_shows_no_progress_bar()
    {
        using var folder = new TestFolder();
        await using var sandbox = await TestSandbox.StartAsync();
        var labels = folder.Write("labels.csv", $"uuid,label\n{Uuid},New\n");

        var (output, _) = await PseudoTerminal.RunAsync(new(TestSandbox.Environment(sandbox)) { ["NO_COLOR"] = "1" }, ["connections", "relabel", "--from", labels]);

        Assert.That(output.ReplaceLineEndings("\n"), Is.EqualTo($"1 row: 1 done, 0 failed. {folder.PathOf("labels.results.csv")} contains the results.\n"));
    }

    [Test]
    public void Text_that_is_never_shown_fails_the_test_with_the_output_of_the_terminal()
    {
        var failure = Assert.ThrowsAsync<AssertionException>(() => PseudoTerminal.RunAsync([], ["connections", "--help"], ("Delete?", "y\n")));

        Assert.That(failure!.Message, Does.Contain("'plannr connections --help' ended before it showed 'Delete?'. The terminal showed:\n").And.Contain("relabel"));
    }

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/")]
    private static partial Regex ListeningAddress();
}
