using Plannr.Cli.Commands;

namespace Plannr.Cli.Tests.Connections.Relabeling;

/// <summary>Tests <c>plannr connections relabel</c> in the process of the tests.</summary>
[NonParallelizable] // A run changes the environment variables and the console of the whole process.
public sealed class RelabelCommandTests : IDisposable
{
    private const string Header = "line,uuid,label,result,status,message\n";

    private static readonly Uri Unreachable = new("http://127.0.0.1:1");

    private readonly TestFolder _folder = new();

    private string Results => _folder.PathOf("labels.results.csv");

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Help_lists_the_options_and_examples()
    {
        var (_, output, _) = await PlannrInProcess.RunAsync([], ["connections", "relabel", "--help"]);

        var help = output.ReplaceLineEndings("\n");
        Assert.That(help, Does.StartWith("Description:\n  Update the labels of many connections from a CSV file. The whole file is checked before anything is sent.\n"));
        Assert.That(help[help.IndexOf("Options:", StringComparison.Ordinal)..help.IndexOf("  --rate-limit", StringComparison.Ordinal)], Is.EqualTo("""
            Options:
              -f, --from <file> (REQUIRED)  A CSV file with the columns uuid and label, in UTF-8; - for standard input.
              --results <file>              The CSV file for the result of each row. The default for labels.csv is labels.results.csv.
              --resume                      Resume an interrupted run. Rows that have a result are not sent again.
              --retry-failed                With --resume: send failed rows again.
              --concurrency <number>        The maximum number of rows to send at the same time. [default: 8]

            """.ReplaceLineEndings("\n")));
        Assert.That(help[help.IndexOf("Examples:", StringComparison.Ordinal)..], Is.EqualTo("""
            Examples:
              plannr connections list --output csv > labels.csv   # then edit the labels
              plannr connections relabel --from labels.csv --dry-run
              plannr connections relabel --from labels.csv
              plannr connections relabel --from labels.csv --resume
              plannr connections relabel --from labels.csv --resume --retry-failed


            """.ReplaceLineEndings("\n")));
    }

    [TestCase("", "Option '--from' is required.")]
    [TestCase("-f labels.csv --concurrency 0", "--concurrency is 0. Set it to a value between 1 and 100.")]
    [TestCase("-f labels.csv --concurrency 1")]
    [TestCase("-f labels.csv --concurrency 100")]
    [TestCase("-f labels.csv --concurrency 101", "--concurrency is 101. Set it to a value between 1 and 100.")]
    [TestCase("-f labels.csv --retry-failed", "--retry-failed requires --resume.")]
    [TestCase("-f labels.csv --resume --retry-failed")]
    [TestCase("-f labels.csv --resume")]
    public void Invalid_option_is_refused(string options, params string[] errors)
        => Assert.That(PlannrCommand.Create().Parse($"connections relabel {options}").Errors.Select(e => e.Message), Is.EqualTo(errors));

    [Test]
    public async Task Each_row_updates_its_connection_and_has_a_result()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels(Row(1, "One"), Row(2, "\"Two, \"\"quoted\"\"\nin two lines\""), Row(3, "é 😀"));

        var (exitCode, error) = await RunAsync(server.BaseAddress, "--concurrency", "1");

        Assert.That(error, Is.EqualTo("3 rows: 3 done, 0 failed. {folder}/labels.results.csv contains the results.\n"));
        Assert.That(exitCode, Is.Zero);
        Assert.That(server.Requests.Select(r => r.Split("\r\n\r\n")[1]), Is.EqualTo(new[] { """{"label":"One"}""", """{"label":"Two, \"quoted\"\nin two lines"}""", """{"label":"é 😀"}""" }));
        Assert.That(server.Requests[2], Does.StartWith($"PUT /api/v1/oauth/connections/{TestSandbox.Uuid(3)} "));
        Assert.That(await File.ReadAllTextAsync(Results), Is.EqualTo(
            $"{Header}2,{TestSandbox.Uuid(1)},One,done,200,\n3,{TestSandbox.Uuid(2)},\"Two, \"\"quoted\"\"\nin two lines\",done,200,\n5,{TestSandbox.Uuid(3)},é 😀,done,200,\n"));
    }

    [Test]
    public async Task Files_are_closed_after_a_run()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels(Row(1, "One"));

        await RunAsync(server.BaseAddress);

        foreach (var file in new[] { "labels.csv", "labels.results.csv" })
        {
            Assert.DoesNotThrow(() => new FileStream(_folder.PathOf(file), FileMode.Open, FileAccess.Read, FileShare.None).Dispose());
        }
    }

    [Test]
    public async Task Concurrency_of_1_sends_one_row_at_a_time()
    {
        var (inProgress, maximum) = (0, 0);
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            maximum = Math.Max(maximum, Interlocked.Increment(ref inProgress));
            await Task.Yield();
            Interlocked.Decrement(ref inProgress);
            await stream.WriteAsync(RawResponse.Json(200, "{}"), cancellationToken);
        });
        WriteLabels([.. Enumerable.Range(1, 50).Select(i => Row(i, "New"))]);

        await RunAsync(server.BaseAddress, "--concurrency", "1");

        Assert.That(maximum, Is.EqualTo(1));
        Assert.That((await File.ReadAllLinesAsync(Results)).Skip(1).Select(line => line.Split(',')[0]), Is.EqualTo(Enumerable.Range(2, 50).Select(i => $"{i}")));
    }

    [Test]
    public async Task Failed_row_has_the_status_and_the_message_without_the_token()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, """{"message":"Not now, sandbox-token."}"""));
        WriteLabels(Row(1, "One"));

        var (exitCode, error) = await RunAsync(server.BaseAddress, "--retries", "0");

        Assert.That(error, Is.EqualTo("plannr: 1 row: 0 done, 1 failed. {folder}/labels.results.csv contains the reasons. Send these rows again with --resume --retry-failed.\n"));
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(await File.ReadAllTextAsync(Results), Is.EqualTo($"{Header}2,{TestSandbox.Uuid(1)},One,failed,503,\"Plannr has a problem (status 503: Not now, ***).\"\n"));
    }

    [Test]
    public async Task Unreachable_server_ends_the_run_after_ten_rows_without_a_status()
    {
        WriteLabels([.. Enumerable.Range(1, 20).Select(i => Row(i, "New"))]);

        var (exitCode, error) = await RunAsync(Unreachable, "--concurrency", "1", "--retries", "0");

        Assert.That(error, Does.Match(@"^plannr: Plannr cannot be reached: .*\nplannr: Stopped after 10 of 20 rows\. {folder}/labels\.results\.csv contains their results\. Continue with --resume\.\n$"));
        Assert.That(exitCode, Is.EqualTo(1));
        var rows = (await File.ReadAllLinesAsync(Results)).Skip(1).ToArray();
        Assert.That(rows, Has.Length.EqualTo(10));
        Assert.That(rows, Has.All.Contains(",New,failed,,"));
    }

    // Ten consecutive failures of the server end a run.
    [TestCase(200, "25 rows: 2 done, 23 failed.")]
    [TestCase(404, "25 rows: 0 done, 25 failed.")]
    public async Task Failures_that_are_not_consecutive_do_not_end_the_run(int between, string expected)
    {
        var responses = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
            await stream.WriteAsync(RawResponse.Json(++responses % 10 == 0 ? between : 503, """{"message":"Not now."}"""), cancellationToken));
        WriteLabels([.. Enumerable.Range(1, 25).Select(i => Row(i, "New"))]);

        var (_, error) = await RunAsync(server.BaseAddress, "--concurrency", "1", "--retries", "0");

        Assert.That(error, Does.StartWith($"plannr: {expected}"));
    }

    [Test]
    public async Task Failures_of_single_rows_do_not_end_the_run()
    {
        await using var server = RawServer.Answering(RawResponse.Json(404, """{"message":"Not found."}"""));
        WriteLabels([.. Enumerable.Range(1, 11).Select(i => Row(i, "New"))]);

        var (_, error) = await RunAsync(server.BaseAddress, "--concurrency", "1");

        Assert.That(error, Does.StartWith("plannr: 11 rows: 0 done, 11 failed."));
    }

    [Test]
    public async Task Rejected_token_ends_the_run_and_no_row_has_a_result()
    {
        await using var server = RawServer.Answering(RawResponse.Json(401, """{"message":"Unauthenticated."}"""));
        WriteLabels([.. Enumerable.Range(1, 20).Select(i => Row(i, "New"))]);

        var (exitCode, error) = await RunAsync(server.BaseAddress, "--concurrency", "1");

        Assert.That(error, Does.StartWith("plannr: Plannr does not accept the access token (status 401: Unauthenticated). Pass a valid token ")
            .And.EndsWith("\nplannr: Stopped after 0 of 20 rows. {folder}/labels.results.csv contains their results. Continue with --resume.\n"));
        Assert.That(exitCode, Is.EqualTo(3));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
        Assert.That(await File.ReadAllTextAsync(Results), Is.EqualTo(Header));
    }

    [Test]
    public async Task Canceled_run_is_reported_and_rows_in_progress_have_no_result()
    {
        using var cancellation = new CancellationTokenSource();
        var requests = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            if (++requests == 1)
            {
                await stream.WriteAsync(RawResponse.Json(200, "{}"), cancellationToken);
            }
            else
            {
                await cancellation.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        });
        WriteLabels(Row(1, "One"), Row(2, "Two"), Row(3, "Three"));

        var (exitCode, error) = await RunAsync(server.BaseAddress, ["--concurrency", "1"], cancellation.Token);

        Assert.That(error, Is.EqualTo("plannr: Interrupted after 1 of 3 rows. {folder}/labels.results.csv contains their results. Continue with --resume.\n"));
        Assert.That(exitCode, Is.EqualTo(130));
        Assert.That(await File.ReadAllTextAsync(Results), Is.EqualTo($"{Header}2,{TestSandbox.Uuid(1)},One,done,200,\n"));
    }

    [Test]
    public async Task Invalid_rows_are_all_reported_with_their_lines()
    {
        WriteLabels(
            Row(1, "One"),
            "nope,No UUID",
            "",
            Row(2, "\"two\nlines\""),
            Row(1, "Again"),
            Row(3, ""),
            Row(4, "one,too many"),
            Row(6, "a \"quote\" within"),
            Row(7, "One"),
            $"{new string('x', 60)},Long",
            $"{new string('x', 61)},Longer",
            Row(8, "\"never closed"));

        var (exitCode, error) = await RunAsync(Unreachable);

        Assert.That(error, Is.EqualTo($$"""
            {folder}/labels.csv(3): 'nope' is not the UUID of a connection, such as 6ff8f7f6-1eb3-3525-be4a-3932c805afed.
            {folder}/labels.csv(7): the UUID 22222222-2222-4222-8222-000000000001 is in line 2 already. Remove one of the two rows.
            {folder}/labels.csv(8): the label is empty. To remove a label, use 'plannr connections update 22222222-2222-4222-8222-000000000003 --label ""'.
            {folder}/labels.csv(9): expected 2 fields, but found 3. Put labels that contain a comma in quotes.
            {folder}/labels.csv(10): a field contains a quote. Put the field in quotes, and double each quote within it, as in "a ""good"" one".
            {folder}/labels.csv(12): '{{new string('x', 60)}}' is not the UUID of a connection, such as 6ff8f7f6-1eb3-3525-be4a-3932c805afed.
            {folder}/labels.csv(13): '{{new string('x', 60)}}...' is not the UUID of a connection, such as 6ff8f7f6-1eb3-3525-be4a-3932c805afed.
            {folder}/labels.csv(14): a quote is never closed. Close it, and double each quote within a label, as in "a ""good"" one".
            plannr: 8 of 11 rows of {folder}/labels.csv cannot be sent. Correct them, and run the command again. Nothing was sent.

            """.ReplaceLineEndings("\n")));
        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(File.Exists(Results), Is.False);
    }

    [TestCase("", " is empty. Its first line must be the header uuid,label; 'plannr connections list --output csv' writes such a file.")]
    [TestCase("uuid,label\n", " has a header but no rows. Add a row for each connection to relabel.")]
    [TestCase("uuid,label,Label\n", "(1): expected a header with one column uuid and one column label, separated by commas, but found 'uuid,label,label'.")]
    [TestCase("uuid,note\n", "(1): expected a header with one column uuid and one column label, separated by commas, but found 'uuid,note'.")]
    [TestCase("id,label\n", "(1): expected a header with one column uuid and one column label, separated by commas, but found 'id,label'.")]
    [TestCase("u\0u\0i\0d\0,\0", "(1): the first line is not UTF-8. Save the file as UTF-8.")]
    [TestCase("uuid,label,é\n", "(1): the first line is not UTF-8. Save the file as UTF-8.")]
    public async Task Invalid_label_file_is_refused(string text, string problem)
    {
        await File.WriteAllTextAsync(_folder.PathOf("labels.csv"), text, System.Text.Encoding.Latin1);

        Assert.That(await RunAsync(Unreachable), Is.EqualTo((2, $"plannr: {{folder}}/labels.csv{problem}\n")));
    }

    [Test]
    public async Task Row_that_is_not_UTF_8_is_reported()
    {
        await File.WriteAllTextAsync(_folder.PathOf("labels.csv"), $"uuid,label\n{Row(1, "Café")}\n", System.Text.Encoding.Latin1);

        var (_, error) = await RunAsync(Unreachable);

        Assert.That(error, Does.StartWith("{folder}/labels.csv(2): the row contains bytes that are not UTF-8. Save the file as UTF-8.\n"));
    }

    [Test]
    public async Task Missing_label_file_is_reported()
        => Assert.That(await RunAsync(Unreachable), Is.EqualTo((2, "plannr: The label file {folder}/labels.csv cannot be read: it does not exist. Specify another file with --from.\n")));

    [Test]
    public async Task Standard_input_for_both_the_labels_and_the_token_is_refused()
    {
        var (exitCode, _, error) = await PlannrInProcess.RunAsync([], ["connections", "relabel", "--from", "-", "--token-file", "-"]);

        Assert.That(error, Is.EqualTo($"plannr: Standard input cannot be both the labels and the access token. Use a file for one of them.{Environment.NewLine}"));
        Assert.That(exitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Dry_run_prints_the_forecast_and_ignores_an_existing_result_file()
    {
        WriteLabels(Row(1, "One"), Row(2, "Two"));
        _folder.Write("labels.results.csv", "somebody's\n");

        var result = await RunAsync(Unreachable, "--dry-run", "--token-file", "-", "--rate-limit", "1");

        Assert.That(result, Is.EqualTo((0, "All 2 rows of {folder}/labels.csv can be sent.\nWould send 2 requests in about 1 min, and write the results to {folder}/labels.results.csv.\nNothing was sent.\n")));
    }

    [Test]
    public async Task Curl_prints_a_command_for_each_row_and_ignores_an_existing_result_file()
    {
        WriteLabels(Row(1, "One"), Row(2, "Two"));
        _folder.Write("labels.results.csv", "somebody's\n");

        var (exitCode, output, error) = await PlannrInProcess.RunAsync(TestSandbox.Environment(Unreachable, "sandbox-token"), ["connections", "relabel", "--from", _folder.PathOf("labels.csv"), "--curl"]);

        Assert.That(output.ReplaceLineEndings("\n").Split('\n').Where(line => line.Contains("PUT", StringComparison.Ordinal) || line.Contains("--data", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            $"curl --request PUT 'http://127.0.0.1:1/api/v1/oauth/connections/{TestSandbox.Uuid(1)}' \\",
            """  --data '{"label":"One"}'""",
            $"curl --request PUT 'http://127.0.0.1:1/api/v1/oauth/connections/{TestSandbox.Uuid(2)}' \\",
            """  --data '{"label":"Two"}'""",
        }));
        Assert.That((exitCode, error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Existing_result_file_is_not_overwritten()
    {
        WriteLabels(Row(1, "One"));
        _folder.Write("labels.results.csv", "somebody's\n");

        var without = await RunAsync(Unreachable);
        var resumed = await RunAsync(Unreachable, "--resume");

        Assert.That(without, Is.EqualTo((2, "plannr: {folder}/labels.results.csv already exists, with the results of an earlier run. Resume that run with --resume, or specify another file with --results.\n")));
        Assert.That(resumed, Is.EqualTo((2, "plannr: {folder}/labels.results.csv(1) is not a row of a result file of 'plannr connections relabel'. Specify the correct file with --results.\n")));
        Assert.That(await File.ReadAllTextAsync(Results), Is.EqualTo("somebody's\n"));
    }

    [Test]
    public async Task Results_are_written_to_the_named_file()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels(Row(1, "One"));

        var result = await RunAsync(server.BaseAddress, "--results", _folder.PathOf("named.csv"));

        Assert.That(result, Is.EqualTo((0, "1 row: 1 done, 0 failed. {folder}/named.csv contains the results.\n")));
        Assert.That(await File.ReadAllLinesAsync(_folder.PathOf("named.csv")), Has.Length.EqualTo(2));
        Assert.That(File.Exists(Results), Is.False);
    }

    [Test]
    public async Task Resume_sends_rows_without_a_result_and_with_retry_failed_also_failed_rows()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels(Row(1, "One"), Row(2, "Two changed since"), Row(3, "Three"));
        _folder.Write("labels.results.csv", $"{Header}2,{TestSandbox.Uuid(1)},One,done,200,\n3,{TestSandbox.Uuid(2)},Two,done,200,\n4,{TestSandbox.Uuid(3)},Three,failed,503,Not now.\n");

        var resumed = await RunAsync(server.BaseAddress, "--resume");
        var retried = await RunAsync(server.BaseAddress, "--resume", "--retry-failed");

        Assert.That(resumed, Is.EqualTo((1, "plannr: 3 rows (2 of them by an earlier run): 2 done, 1 failed. {folder}/labels.results.csv contains the reasons. Send these rows again with --resume --retry-failed.\n")));
        Assert.That(retried, Is.EqualTo((0, "3 rows (2 of them by an earlier run): 3 done, 0 failed. {folder}/labels.results.csv contains the results.\n")));
        Assert.That(server.Requests.Select(r => r.Split("\r\n\r\n")[1]), Is.EqualTo(new[] { """{"label":"Two changed since"}""", """{"label":"Three"}""" }));
        Assert.That((await File.ReadAllLinesAsync(Results)).Skip(4), Is.EqualTo(new[] { $"3,{TestSandbox.Uuid(2)},Two changed since,done,200,", $"4,{TestSandbox.Uuid(3)},Three,done,200," }));
    }

    [Test]
    public async Task Resume_replaces_an_incomplete_last_row_of_the_result_file()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels(Row(1, "One"), Row(2, "Two"));
        var complete = $"{Header}2,{TestSandbox.Uuid(1)},One,done,200,\n";
        _folder.Write("labels.results.csv", $"{complete}3,{TestSandbox.Uuid(2)},Two,do");

        var result = await RunAsync(server.BaseAddress, "--resume");

        Assert.That(result, Is.EqualTo((0,
            "The last row of {folder}/labels.results.csv is incomplete and is treated as not sent.\n"
            + "2 rows (1 of them by an earlier run): 2 done, 0 failed. {folder}/labels.results.csv contains the results.\n")));
        Assert.That(await File.ReadAllTextAsync(Results), Is.EqualTo($"{complete}3,{TestSandbox.Uuid(2)},Two,done,200,\n"));
    }

    [Test]
    public async Task Result_file_in_a_missing_folder_is_reported_and_nothing_is_sent()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels(Row(1, "One"));

        var result = await RunAsync(server.BaseAddress, "--results", _folder.PathOf("missing/results.csv"));

        Assert.That(result, Is.EqualTo((2, "plannr: The result file {folder}/missing/results.csv cannot be written: its folder does not exist. Create it, or specify another file with --results. Nothing was sent.\n")));
        Assert.That(server.Requests, Is.Empty);
    }

    // The link is deleted instead of the device if the file is deleted by mistake.
    [Test]
    [Platform("Linux", Reason = "Only Linux has the device /dev/full.")]
    public async Task Full_disk_at_the_start_is_reported_and_the_file_is_kept()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels(Row(1, "One"));
        File.CreateSymbolicLink(Results, "/dev/full");

        var result = await RunAsync(server.BaseAddress, "--resume");

        Assert.That(result, Is.EqualTo((2, "plannr: The result file {folder}/labels.results.csv cannot be written: the disk is full. Free space on it, or specify another file with --results. Nothing was sent.\n")));
        Assert.That(new FileInfo(Results).LinkTarget, Is.EqualTo("/dev/full"));
        Assert.That(server.Requests, Is.Empty);
    }

    private static string Row(int number, string label) => $"{TestSandbox.Uuid(number)},{label}";

    private void WriteLabels(params string[] rows) => _folder.Write("labels.csv", $"uuid,label\n{string.Join('\n', rows)}\n");

    private Task<(int ExitCode, string Error)> RunAsync(Uri server, params string[] options) => RunAsync(server, options, CancellationToken.None);

    private async Task<(int ExitCode, string Error)> RunAsync(Uri server, string[] options, CancellationToken cancellationToken)
    {
        string[] arguments = ["connections", "relabel", "--from", _folder.PathOf("labels.csv"), .. options.Contains("--rate-limit") ? Array.Empty<string>() : ["--rate-limit", "0"], .. options];
        var (exitCode, _, error) = await PlannrInProcess.RunAsync(TestSandbox.Environment(server, "sandbox-token"), arguments, cancellationToken);
        return (exitCode, error.ReplaceLineEndings("\n").Replace(_folder.PathOf("") + Path.DirectorySeparatorChar, "{folder}/", StringComparison.Ordinal));
    }
}
