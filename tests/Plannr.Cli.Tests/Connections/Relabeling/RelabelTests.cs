using System.Globalization;
using System.Text;
using CliWrap.Buffered;
using Plannr.Client;
using Plannr.Sandbox;

namespace Plannr.Cli.Tests.Connections.Relabeling;

/// <summary>Tests <c>plannr connections relabel</c> as a process. <see cref="RelabelCommandTests"/> is faster, and tests what needs no process.</summary>
public sealed class RelabelTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Each_row_updates_its_connection_and_has_a_result()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        WriteLabels(Row(1, "One"), Row(2, "\"Two, \"\"quoted\"\"\nin two lines\""), Row(3, "é 😀"));

        var result = await RunAsync(sandbox, "--concurrency", "1");

        await Snapshot.Verify(Transcript(result), "txt");
        Assert.That(await LabelsOfAsync(sandbox), Is.EqualTo(new[] { "One", "Two, \"quoted\"\nin two lines", "é 😀" }));
    }

    [Test]
    public async Task Failed_row_is_reported_and_the_exit_code_is_1()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        WriteLabels(Row(1, "One"), Row(77, "Nobody's"), Row(3, "Three"));

        var result = await RunAsync(sandbox, "--concurrency", "1");

        await Snapshot.Verify(Transcript(result), "txt");
    }

    [Test]
    public async Task Invalid_rows_are_all_reported_with_their_lines_and_nothing_is_sent()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels(
            Row(1, "One"),
            "nope,No UUID",
            "",
            Row(2, "\"two\nlines\""),
            Row(1, "Again"),
            Row(3, ""),
            Row(4, "one,too many"),
            $"{TestSandbox.Uuid(5)}",
            Row(6, "a \"quote\" within"),
            Row(7, "\"text\" after"),
            $"{Guid.Empty},Empty",
            Row(8, "\"never closed"));

        var result = await RunAsync(server.BaseAddress);

        await Snapshot.Verify(Transcript(result), "txt");
        Assert.That(server.Requests, Is.Empty);
        Assert.That(File.Exists(_folder.PathOf("labels.results.csv")), Is.False);
    }

    private static readonly Dictionary<string, string> InvalidLabelFiles = new()
    {
        ["empty"] = "",
        ["no rows"] = "uuid,label\n",
        ["no header"] = "22222222-2222-4222-8222-000000000001,One\n",
        ["semicolons"] = "uuid;label\n22222222-2222-4222-8222-000000000001;One\n",
        ["duplicate column"] = "uuid,label,Label\n",
    };

    private static IEnumerable<string> Problems => InvalidLabelFiles.Keys;

    [TestCaseSource(nameof(Problems))]
    public async Task Invalid_label_file_is_refused(string problem)
    {
        _folder.Write("labels.csv", InvalidLabelFiles[problem]);

        var result = await RunAsync(new Uri("http://127.0.0.1:1"));

        Assert.That(result.ExitCode, Is.EqualTo(2));
        await Snapshot.Verify(Scrub(result.StandardError), "txt");
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    public async Task Label_file_that_starts_with_a_byte_order_mark_is_read_in_its_encoding(string name)
    {
        await using var sandbox = await TestSandbox.StartAsync(connections: 1);
        var encoding = Encoding.GetEncoding(name);
        await File.WriteAllBytesAsync(_folder.PathOf("labels.csv"), [.. encoding.GetPreamble(), .. encoding.GetBytes($"uuid,label\r\n{Row(1, "Łódź – 東京 😀")}\r\n")]);

        var result = await RunAsync(sandbox);

        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        Assert.That(await LabelsOfAsync(sandbox), Is.EqualTo(new[] { "Łódź – 東京 😀" }));
    }

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    public async Task Label_file_in_UTF_16_or_UTF_32_without_a_byte_order_mark_is_refused(string name)
    {
        await File.WriteAllBytesAsync(_folder.PathOf("labels.csv"), Encoding.GetEncoding(name).GetBytes($"uuid,label\r\n{Row(1, "Café")}\r\n"));

        var result = await RunAsync(new Uri("http://127.0.0.1:1"));

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardError, Is.EqualTo($"plannr: {_folder.PathOf("labels.csv")}(1): the first line is not UTF-8. Save the file as UTF-8.{Environment.NewLine}"));
    }

    [Test]
    public async Task CSV_output_of_list_with_edited_labels_is_a_valid_label_file()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var list = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), "connections", "list", "--output", "csv");
        _folder.Write("labels.csv", list.StandardOutput.Replace("First", "Renamed", StringComparison.Ordinal).Replace("000000000003,,", "000000000003,Third,", StringComparison.Ordinal));

        var result = await RunAsync(sandbox);

        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        Assert.That(await LabelsOfAsync(sandbox), Is.EqualTo(new[] { "Renamed", "Second, \"quoted\" = é", "Third" }));
    }

    [Test]
    public async Task Labels_that_start_a_formula_are_escaped_in_CSV_files_and_sent_unchanged()
    {
        string[] labels = ["=cmd|'/C calc'!A0", "'=1", "''+1", "-5 %", "@x", "+", "\ttab", "'tis \"quoted\"", "＝1"];
        await using var sandbox = await TestSandbox.StartAsync(labels.Length);
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.Token, RequestsPerMinute = 0 });
        foreach (var (label, number) in labels.Select((label, at) => (label, at + 1)))
        {
            await plannr.OAuthConnections.UpdateAsync(TestSandbox.Uuid(number), new() { Label = label });
        }

        var list = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), "connections", "list", "--output", "csv");
        _folder.Write("labels.csv", list.StandardOutput);
        var result = await RunAsync(sandbox);
        var resumed = await RunAsync(sandbox, "--resume", "--dry-run");

        Assert.That((result.ExitCode, resumed.ExitCode), Is.EqualTo((0, 0)), result.StandardError + resumed.StandardError);
        Assert.That(await LabelsOfAsync(sandbox), Is.EqualTo(labels));
        Assert.That(resumed.StandardError, Does.Contain("Would send 0 requests"));
        Assert.That(list.StandardOutput + await File.ReadAllTextAsync(_folder.PathOf("labels.results.csv")), Does.Not.Match(",\"?[=+@\t＝-]"));
    }

    [Test]
    public async Task Labels_that_start_a_formula_and_are_not_escaped_are_sent_unchanged()
    {
        await using var sandbox = await TestSandbox.StartAsync(connections: 2);
        WriteLabels(Row(1, "=1+1"), Row(2, "\"-5, 'quoted'\""));

        var result = await RunAsync(sandbox);

        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        Assert.That(await LabelsOfAsync(sandbox), Is.EqualTo(new[] { "=1+1", "-5, 'quoted'" }));
    }

    [TestCase("line,uuid,la", 0)]
    [TestCase("line,uuid,label,result,status,message\n2,22222222-2222-4222-8222-000000000001,One,done,200,\n3,22222222-2222-4222-8222-0000", 1)]
    [TestCase("line,uuid,label,result,status,message\n2,22222222-2222-4222-8222-000000000001,One,done,200,\n3,22222222-2222-4222-8222-000000000002,\"Two\n", 1)]
    [TestCase("line,uuid,label,result,status,message\n2,22222222-2222-4222-8222-000000000001,One,done,200,\n3,22222222-2222-4222-8222-000000000002,Two,done,200,", 1)]
    public async Task Resume_ignores_an_incomplete_last_row_of_the_result_file(string earlier, int whole)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        await using var server = await RecordingServer.StartAsync(sandbox);
        WriteLabels(Row(1, "One"), Row(2, "Two"));
        var results = _folder.Write("labels.results.csv", earlier);

        var result = await RunAsync(server.BaseAddress, "--resume", "--concurrency", "1");

        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        Assert.That(result.StandardError, Does.StartWith("The last row of "));
        Assert.That(server.Updates, Has.Count.EqualTo(2 - whole));
        Assert.That((await File.ReadAllTextAsync(results)).Split('\n'), Is.EqualTo(new[]
        {
            "line,uuid,label,result,status,message",
            "2,22222222-2222-4222-8222-000000000001,One,done,200,",
            "3,22222222-2222-4222-8222-000000000002,Two,done,200,",
            "",
        }));
    }

    [Test]
    public async Task Dry_run_prints_the_forecast_and_sends_nothing()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels([.. Enumerable.Range(1, 1001).Select(i => Row(i, "New"))]);

        var result = await RunAsync(server.BaseAddress, "--dry-run", "--rate-limit", "500");

        await Snapshot.Verify(Transcript(result), "txt");
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Curl_prints_a_command_for_each_row()
    {
        WriteLabels(Row(1, "One"), Row(2, "Two"));

        var result = await RunAsync(new Uri("http://127.0.0.1:1"), "--curl");

        await Snapshot.Verify(Transcript(result), "txt");
    }

    [Test]
    public async Task Labels_from_standard_input_are_sent_and_results_are_in_the_named_file()
    {
        await using var sandbox = await TestSandbox.StartAsync(connections: 2);
        var results = _folder.PathOf("named.csv");

        var result = await PlannrProcess.Command(TestSandbox.Environment(sandbox), "connections", "relabel", "--from", "-", "--results", results)
            .WithStandardInputPipe(CliWrap.PipeSource.FromString($"uuid,label\n{Row(1, "One")}\n{Row(2, "Two")}\n")).ExecuteBufferedAsync();

        Assert.That(result.StandardError, Is.EqualTo($"2 rows: 2 done, 0 failed. {results} contains the results.{Environment.NewLine}"));
        Assert.That(await LabelsOfAsync(sandbox), Is.EqualTo(new[] { "One", "Two" }));
        Assert.That((await File.ReadAllLinesAsync(results)).Skip(1), Has.Exactly(2).Items);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "On Windows, only a console can send Ctrl-C.")]
    public async Task Ctrl_C_ends_the_run_within_a_second_and_resume_continues()
    {
        await using var sandbox = await TestSandbox.StartAsync(connections: 100);
        await using var server = await RecordingServer.StartAsync(sandbox);
        WriteLabels([.. Enumerable.Range(1, 100).Select(i => Row(i, "New"))]);
        var held = server.HoldAfter(20);
        var running = Command(server.BaseAddress).ExecuteBufferedAsync();
        await Task.WhenAny(held, running.Task);

        await SignalAsync("INT", running.ProcessId);
        var interrupted = TimeProvider.System.GetUtcNow();
        var result = await running;
        server.HoldNone();
        var resumed = await RunAsync(server.BaseAddress, "--resume");

        Assert.That(result.ExitCode, Is.EqualTo(130));
        Assert.That(Scrub(result.StandardError), Does.Match(@"^plannr: Interrupted after \d+ of 100 rows\. {folder}/labels\.results\.csv contains their results\. Continue with --resume\.\n$"));
        Assert.That(result.ExitTime - interrupted, Is.LessThan(TimeSpan.FromSeconds(1)));
        Assert.That(resumed.ExitCode, Is.Zero, resumed.StandardError);
        Assert.That(await LabelsOfAsync(sandbox), Has.All.EqualTo("New"));
    }

    // tests/command-line.sh runs this test with more rows and more kills.
    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no signals.")]
    public async Task Killed_runs_lose_no_row_and_send_no_row_with_a_result_again()
    {
        const int Concurrency = 8;
        var (rows, kills) = (GetSetting("PLANNR_RELABEL_ROWS", 400), GetSetting("PLANNR_RELABEL_KILLS", 2));
        await using var sandbox = await TestSandbox.StartAsync(rows);
        await using var server = await RecordingServer.StartAsync(sandbox);
        WriteLabels([.. Enumerable.Range(1, rows).Select(i => Row(i, $"\"New, {i}\""))]);
        var random = new Random();
        for (var kill = 0; kill < kills; kill++)
        {
            // Kills after a random number of updates, while at least one has no response.
            var held = server.HoldAfter(random.Next(1, rows / kills));
            var running = Command(server.BaseAddress, "--resume").ExecuteBufferedAsync();
            await Task.WhenAny(held, running.Task);
            await SignalAsync("KILL", running.ProcessId);
            await running;
            var results = await ResultsAsync();
            var sent = server.Updates.Count;

            server.HoldNone();
            if (kill == kills - 1)
            {
                await Command(server.BaseAddress, "--resume").ExecuteBufferedAsync();
            }
            else
            {
                var next = server.HoldAfter(1);
                var again = Command(server.BaseAddress, "--resume").ExecuteBufferedAsync();
                await Task.WhenAny(next, again.Task);
                await SignalAsync("KILL", again.ProcessId);
                await again;
                server.HoldNone();
            }

            Assert.That(server.Updates.Skip(sent).Intersect(results), Is.Empty, "A row with a result was sent again.");
        }

        var uuids = Enumerable.Range(1, rows).Select(TestSandbox.Uuid).ToArray();
        Assert.That(server.Updates.Distinct(), Is.EquivalentTo(uuids));
        Assert.That(server.Updates, Has.Count.LessThanOrEqualTo(rows + (2 * kills * Concurrency)));
        Assert.That(await ResultsAsync(), Is.EquivalentTo(uuids), "A row has no result, or more than one.");
        Assert.That(await LabelsOfAsync(sandbox), Is.EqualTo(Enumerable.Range(1, rows).Select(i => $"New, {i}")));
        TestContext.Out.WriteLine($"{rows} rows, {(2 * kills) - 1} kills: {server.Updates.Count} requests.");
    }

    [Test]
    public async Task Memory_does_not_grow_with_the_number_of_rows()
    {
        var rows = GetSetting("PLANNR_RELABEL_ROWS", 1000);
        await using var sandbox = await TestSandbox.StartAsync(rows);
        // The labels alone would exceed the limit of the heap.
        WriteLabels([.. Enumerable.Range(1, rows).Select(i => Row(i, new string('x', 20_000_000 / rows)))]);

        var result = await Command(sandbox.BaseAddress).WithEnvironmentVariables(
            PlannrProcess.Environment(new(TestSandbox.Environment(sandbox)) { ["DOTNET_GCHeapHardLimit"] = "0x1400000" })).ExecuteBufferedAsync();

        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
    }

    private static int GetSetting(string name, int defaultValue)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : defaultValue;

    private static string Row(int number, string label) => $"{TestSandbox.Uuid(number)},{label}";

    private static async Task SignalAsync(string signal, int processId)
        => await CliWrap.Cli.Wrap("kill").WithArguments([$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]).WithValidation(CliWrap.CommandResultValidation.None).ExecuteAsync();

    private static async Task<IEnumerable<string?>> LabelsOfAsync(PlannrSandbox sandbox)
    {
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.Token, RequestsPerMinute = 0 });
        return [.. (await plannr.OAuthConnections.ListAsync()).Data!.Select(c => c.Label)];
    }

    private void WriteLabels(params string[] rows) => _folder.Write("labels.csv", $"uuid,label\n{string.Join('\n', rows)}\n");

    private async Task<Guid[]> ResultsAsync()
        => [.. (await File.ReadAllLinesAsync(_folder.PathOf("labels.results.csv"))).Skip(1).Select(line => Guid.Parse(line.Split(',')[1]))];

    private Task<BufferedCommandResult> RunAsync(PlannrSandbox sandbox, params string[] options) => RunAsync(sandbox.BaseAddress, options);

    private async Task<BufferedCommandResult> RunAsync(Uri server, params string[] options) => await Command(server, options).ExecuteBufferedAsync();

    private CliWrap.Command Command(Uri server, params string[] options)
        => PlannrProcess.Command(TestSandbox.Environment(server, "sandbox-token"), ["connections", "relabel", "--from", _folder.PathOf("labels.csv"), .. options.Contains("--rate-limit") ? Array.Empty<string>() : ["--rate-limit", "0"], .. options]);

    private string Transcript(BufferedCommandResult result)
    {
        var results = _folder.PathOf("labels.results.csv");
        return Scrub(PlannrProcess.Transcript(result, "connections", "relabel", "--from", "labels.csv"))
            + (File.Exists(results) ? "\n--- labels.results.csv\n" + Scrub(File.ReadAllText(results)) : "");
    }

    private string Scrub(string text) => Scrubbed.Of(text).Replace(_folder.PathOf(""), "{folder}", StringComparison.Ordinal);
}
