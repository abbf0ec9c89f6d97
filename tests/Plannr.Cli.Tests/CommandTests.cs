namespace Plannr.Cli.Tests;

/// <summary>Every command that calls the API: what it says, where, and its exit code.</summary>
public sealed class CommandTests
{
    private const string Uuid = "22222222-2222-4222-8222-000000000001";
    private const string Unknown = "99999999-9999-4999-8999-999999999999";

    [TestCase("connections list")]
    [TestCase("connections ls --quiet")]
    [TestCase("connections list --output json")]
    [TestCase("connections list --output csv")]
    [TestCase("connections list --verbose")]
    [TestCase("connections list --curl")]
    [TestCase("connections update " + Uuid + " --label Renamed")]
    [TestCase("connections update " + Uuid + " --label Renamed -o json")]
    [TestCase("connections update " + Uuid + " --label Renamed -v")]
    [TestCase("connections update " + Uuid + " --label Renamed --dry-run")]
    [TestCase("connections update " + Uuid + " --label Renamed --dry-run --quiet")]
    [TestCase("connections update " + Uuid + " --label it's --curl --account 11111111-1111-4111-8111-111111111111")]
    [TestCase("connections update " + Unknown + " --label Renamed")]
    [TestCase("connections delete " + Uuid + " --yes")]
    [TestCase("connections delete " + Uuid + " --yes --quiet")]
    [TestCase("connections delete " + Uuid + " --dry-run")]
    [TestCase("connections delete " + Uuid + " --curl")]
    [TestCase("connections delete " + Uuid)]
    [TestCase("connections delete " + Unknown + " --yes")]
    [TestCase("auth status")]
    [TestCase("auth status --verbose")]
    [TestCase("auth status --curl")]
    public async Task It_is_done_and_said(string command)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var arguments = command.Split(' ');

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), arguments);

        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments), "txt");
    }

    [TestCase("connections")]
    [TestCase("connections lst")]
    [TestCase("connections list --quiet --verbose")]
    [TestCase("connections list --sandbox --token-file token")]
    [TestCase("connections list --retries 101")]
    [TestCase("connections list --account nobody")]
    [TestCase("connections list --output xml")]
    [TestCase("connections delete")]
    [TestCase("connections relabel")]
    [TestCase("connections relabel --from labels.csv --concurrency 0 --rate-limit -1")]
    [TestCase("connections relabel --from labels.csv --retry-failed")]
    [TestCase("connections relabel --from no-such.csv")]
    [TestCase("contract lint no-such.yaml")]
    [TestCase("completion tcsh")]
    [TestCase("nonsense")]
    public async Task What_is_missing_or_wrong_is_said(string command)
    {
        var arguments = command.Split(' ');

        var result = await PlannrProcess.RunAsync(arguments);

        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments), "txt");
    }
}
