using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Connections.Relabeling;

/// <summary>Tests <c>plannr connections relabel</c> with a result file that cannot be written. A limit on the size of files stands in for a full disk.</summary>
[Platform(Exclude = "Win", Reason = "Windows has neither limits on the size of files nor file modes.")]
public sealed class RelabelFaultTests : IDisposable
{
    private const int Rows = 60;

    private readonly TestFolder _folder = new();

    private string Results => _folder.PathOf("labels.results.csv");

    public void Dispose() => _folder.Dispose();

    [TestCase("1")]
    [TestCase("8")]
    public async Task Full_disk_stops_the_run_after_a_whole_row_and_resume_continues(string concurrency)
    {
        await using var sandbox = await TestSandbox.StartAsync(Rows);
        await using var server = await RecordingServer.StartAsync(sandbox);
        WriteLabels();

        var stopped = await PlannrProcess.CommandWithLimit(TestSandbox.Environment(server.BaseAddress, "sandbox-token"), blocks: 3, Arguments("--concurrency", concurrency)).ExecuteBufferedAsync();

        var rows = await ResultsAsync();
        Assert.That(stopped.ExitCode, Is.EqualTo(1), stopped.StandardError);
        Assert.That(stopped.StandardError, Is.EqualTo(
            $"plannr: The result file {Results} cannot be written: it would be larger than the file system or a limit of the process allows. Raise the limit.\n"
            + $"plannr: Stopped after {rows.Length} of {Rows} rows. {Results} contains their results. Continue with --resume. Rows that were sent but have no result are sent again.\n"));
        Assert.That(await File.ReadAllTextAsync(Results), Does.EndWith(",done,200,\n"));
        Assert.That(rows, Has.Length.InRange(10, Rows / 2));
        Assert.That(server.Updates, Has.Count.InRange(rows.Length + 1, rows.Length + int.Parse(concurrency, System.Globalization.CultureInfo.InvariantCulture)));

        var sent = server.Updates.Count;
        var resumed = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "sandbox-token"), Arguments("--resume"));

        Assert.That(resumed.ExitCode, Is.Zero, resumed.StandardError);
        Assert.That(server.Updates.Skip(sent).Intersect(rows), Is.Empty, "A row with a result was sent again.");
        Assert.That(await ResultsAsync(), Is.EquivalentTo(Enumerable.Range(1, Rows).Select(TestSandbox.Uuid)));
    }

    [Test]
    public async Task Result_file_whose_header_cannot_be_written_is_deleted_and_nothing_is_sent()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels();

        var result = await PlannrProcess.CommandWithLimit(TestSandbox.Environment(server.BaseAddress, "sandbox-token"), blocks: 0, Arguments()).ExecuteBufferedAsync();

        Assert.That(result.ExitCode, Is.EqualTo(2), result.StandardError);
        Assert.That(result.StandardError, Is.EqualTo(
            $"plannr: The result file {Results} cannot be written: it would be larger than the file system or a limit of the process allows. Raise the limit, or specify another file with --results. Nothing was sent.\n"));
        Assert.That(File.Exists(Results), Is.False);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    [Platform("Linux", Reason = "Only Linux has the device /dev/full.")]
    public async Task Full_disk_at_the_start_is_reported_and_nothing_is_sent()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels();

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "sandbox-token"), Arguments("--results", "/dev/full", "--resume"));

        Assert.That(result.ExitCode, Is.EqualTo(2), result.StandardError);
        Assert.That(result.StandardError, Is.EqualTo(
            "plannr: The result file /dev/full cannot be written: the disk is full. Free space on it, or specify another file with --results. Nothing was sent.\n"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Read_only_result_file_is_reported_and_nothing_is_sent()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        WriteLabels();
        _folder.Write("labels.results.csv", "line,uuid,label,result,status,message\n", UnixFileMode.UserRead);

        var result = await PlannrProcess.CommandWithoutPrivilege(TestSandbox.Environment(server.BaseAddress, "sandbox-token"), Arguments("--resume")).ExecuteBufferedAsync();

        Assert.That(result.ExitCode, Is.EqualTo(2), result.StandardError);
        Assert.That(result.StandardError, Is.EqualTo(
            $"plannr: The result file {Results} cannot be written: it is a folder, or access to it is denied. Make it writable, or specify another file with --results. Nothing was sent.\n"));
        Assert.That(server.Requests, Is.Empty);
    }

    private string[] Arguments(params string[] more) => ["connections", "relabel", "--from", _folder.PathOf("labels.csv"), "--rate-limit", "0", .. more];

    // The rows have different lengths, so that the limit is inside a row.
    private void WriteLabels() => _folder.Write("labels.csv", $"uuid,label\n{string.Concat(Enumerable.Range(1, Rows).Select(i => $"{TestSandbox.Uuid(i)},{new string('x', i)}\n"))}");

    private async Task<Guid[]> ResultsAsync() => [.. (await File.ReadAllLinesAsync(Results)).Skip(1).Select(line => Guid.Parse(line.Split(',')[1]))];
}
