namespace Plannr.Cli.Tests;

/// <summary>Every command that calls the API: what it says, where, and its exit code.</summary>
public sealed class CommandTests
{
    // What the placeholders in a command stand for. Whole UUIDs would make the paths of the snapshots too long for Windows.
    private static readonly Dictionary<string, string> Uuids = new()
    {
        ["{uuid}"] = "22222222-2222-4222-8222-000000000001",
        ["{unknown}"] = "99999999-9999-4999-8999-999999999999",
        ["{account}"] = "11111111-1111-4111-8111-111111111111",
    };

    [TestCase("connections list")]
    [TestCase("connections ls --quiet")]
    [TestCase("connections list --output json")]
    [TestCase("connections list --output csv")]
    [TestCase("connections list --verbose")]
    [TestCase("connections list --curl")]
    [TestCase("connections update {uuid} --label Renamed")]
    [TestCase("connections update {uuid} --label Renamed -o json")]
    [TestCase("connections update {uuid} --label Renamed -v")]
    [TestCase("connections update {uuid} --label Renamed --dry-run")]
    [TestCase("connections update {uuid} --label Renamed --dry-run --quiet")]
    [TestCase("connections update {uuid} --label it's --curl --account {account}")]
    [TestCase("connections update {unknown} --label Renamed")]
    [TestCase("connections delete {uuid} --yes")]
    [TestCase("connections delete {uuid} --yes --quiet")]
    [TestCase("connections delete {uuid} --dry-run")]
    [TestCase("connections delete {uuid} --curl")]
    [TestCase("connections delete {uuid}")]
    [TestCase("connections delete {unknown} --yes")]
    [TestCase("auth status")]
    [TestCase("auth status --verbose")]
    [TestCase("auth status --curl")]
    public async Task Command_prints_its_result(string command)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var arguments = command.Split(' ').Select(word => Uuids.GetValueOrDefault(word, word)).ToArray();

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
    public async Task Invalid_command_fails(string command)
    {
        var arguments = command.Split(' ');

        var result = await PlannrProcess.RunAsync(arguments);

        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments), "txt");
    }
}
