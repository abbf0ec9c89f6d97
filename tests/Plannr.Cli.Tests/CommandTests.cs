namespace Plannr.Cli.Tests;

/// <summary>Tests the output and the exit code of each command that calls the API, and of invalid commands.</summary>
public sealed class CommandTests
{
    // The values of the placeholders in a command. With whole UUIDs and URLs, the paths of the snapshots would be too long for Windows.
    private static readonly Dictionary<string, string> Placeholders = new()
    {
        ["{uuid}"] = "22222222-2222-4222-8222-000000000001",
        ["{unknown}"] = "99999999-9999-4999-8999-999999999999",
        ["{hook}"] = TestSandbox.Webhook.ToString(),
        ["{url}"] = "https://example.com/",
        ["{account}"] = "11111111-1111-4111-8111-111111111111",
    };

    [TestCase("connections list")]
    [TestCase("connections ls --quiet")]
    [TestCase("connections list --output json")]
    [TestCase("connections list --output csv")]
    [TestCase("connections list --verbose")]
    [TestCase("connections list --curl")]
    [TestCase("connections list --json uuid,label")]
    [TestCase("connections view {uuid}")]
    [TestCase("connections view {uuid} -o json")]
    [TestCase("connections view {uuid} --json label")]
    [TestCase("connections view {uuid} --curl")]
    [TestCase("connections view {unknown}")]
    [TestCase("accounts list --json account")]
    [TestCase("webhooks list --json url,signing_secret")]
    [TestCase("webhooks view {hook} --json signing_secret --show-secret")]
    [TestCase("connections update {uuid} --label Renamed --json label")]
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
    [TestCase("accounts list")]
    [TestCase("accounts ls --output json")]
    [TestCase("accounts list --curl")]
    [TestCase("webhooks list")]
    [TestCase("webhooks ls --show-secret")]
    [TestCase("webhooks list --output json")]
    [TestCase("webhooks list --curl --account {account}")]
    [TestCase("webhooks view {hook}")]
    [TestCase("webhooks view {hook} --show-secret")]
    [TestCase("webhooks view {hook} -o json")]
    [TestCase("webhooks view {hook} -o json --show-secret")]
    [TestCase("webhooks view {unknown}")]
    [TestCase("webhooks create --url {url} --event plan.created --dry-run")]
    [TestCase("webhooks create -u {url} -e plan.created -e plan.created --curl")]
    [TestCase("webhooks update {hook} --event case.created --event case.deleted")]
    [TestCase("webhooks update {hook} --event case.created -o json")]
    [TestCase("webhooks update {hook} --event case.creatd --dry-run")]
    [TestCase("webhooks update {hook} --event something-else --dry-run")]
    [TestCase("webhooks send {hook} --event plan.created --dry-run")]
    [TestCase("webhooks send {hook} --event plan.deleted")]
    [TestCase("webhooks send {hook} --event account.created")]
    [TestCase("webhooks send {unknown} --event account.created")]
    public async Task Command_prints_its_result(string command)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var arguments = ArgumentsOf(command);

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), arguments);

        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments), "txt");
    }

    [TestCase("connections")]
    [TestCase("connections lst")]
    [TestCase("connections list --expred")]
    [TestCase("connections list --outputt=json --qiet")]
    [TestCase("connections update {uuid} --lable x")]
    [TestCase("connections --lable x")]
    [TestCase("conections list")]
    [TestCase("connections list --zzz")]
    [TestCase("help connections lst")]
    [TestCase("help nothing")]
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
    [TestCase("webhooks create --url {url}")]
    [TestCase("webhooks create --url example.com --event plan.created")]
    [TestCase("webhooks create --url {url} --event plan.created,plan.deleted")]
    [TestCase("webhooks view nobody")]
    [TestCase("webhooks send {hook} --event plan.created")]
    [TestCase("webhooks verify - --signature 00 --secret-file -")]
    [TestCase("webhooks verify f --signature 0 --secret-file s --subscription {hook}")]
    [TestCase("webhooks verify no-such.json --signature 00")]
    [TestCase("webhooks verify - --signature 00 --curl")]
    [TestCase("nonsense")]
    public async Task Invalid_command_fails(string command)
    {
        var arguments = ArgumentsOf(command);

        var result = await PlannrProcess.RunAsync(arguments);

        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments), "txt");
    }

    private static string[] ArgumentsOf(string command) => [.. command.Split(' ').Select(word => Placeholders.GetValueOrDefault(word, word))];
}
