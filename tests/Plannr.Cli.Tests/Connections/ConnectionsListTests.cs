using System.Globalization;
using CliWrap.Buffered;
using Newtonsoft.Json.Linq;

namespace Plannr.Cli.Tests.Connections;

/// <summary>Tests which connections <c>plannr connections list</c> prints, in which order and format.</summary>
public sealed class ConnectionsListTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    // "one" to "four" expire one after the other. "Five" never expires.
    private static readonly string Body = $$"""
        {"next":1.50,"data":[
        {{Connection(3, "three", "fundment", TimeSpan.FromDays(3))}},
        {{Connection(1, "one", "transact", TimeSpan.FromDays(-1))}},
        {{Connection(5, "Five", "fundment", null)}},
        {{Connection(4, "four", "transact", TimeSpan.FromDays(40))}},
        {{Connection(2, "two", "other", TimeSpan.FromHours(5))}}]}
        """;

    [TestCase("", "three one Five four two")]
    [TestCase("--expired", "one")]
    [TestCase("--expires-within 7d", "three two")]
    [TestCase("--expires-within 6h", "two")]
    [TestCase("--expires-within 301m", "two")]
    [TestCase("--expires-within 299m", "")]
    [TestCase("--expires-within 1w --expired", "three one two")]
    [TestCase("--provider FUNDMENT", "three Five")]
    [TestCase("--provider other --provider transact", "one four two")]
    [TestCase("--provider Transact-label", "one four")]
    [TestCase("--provider nobody", "")]
    [TestCase("--sort label", "Five four one three two")]
    [TestCase("--sort refresh_token_expires_at", "one two three four Five")]
    [TestCase("--sort refresh_token_expires_at --order desc", "Five four three two one")]
    [TestCase("--sort created_at", "one two three four Five")]
    [TestCase("--sort provider --limit 3", "three Five two")]
    [TestCase("-L 1", "three")]
    [TestCase("--limit 1 --expired --sort updated_at", "one")]
    public async Task Options_select_and_sort_connections(string options, string labels)
    {
        var words = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var table = await ListAsync(words);
        var json = await ListAsync([.. words, "--output", "json"]);
        var csv = await ListAsync([.. words, "--output", "csv"]);
        var fields = await ListAsync([.. words, "--json", "label"]);

        string[] expected = labels.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(table.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[1]), Is.EqualTo(expected));
        Assert.That(JObject.Parse(json.StandardOutput)["data"]!.Select(c => (string?)c["label"]), Is.EqualTo(expected));
        Assert.That(csv.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[1]), Is.EqualTo(expected));
        Assert.That(JArray.Parse(fields.StandardOutput).Select(c => (string?)c["label"]), Is.EqualTo(expected));
        Assert.That(table.StandardError, Is.EqualTo(expected.Length == 0 ? "No connections match." + Environment.NewLine : ""));
    }

    [Test]
    public async Task JSON_of_selected_connections_keeps_all_other_properties_unchanged()
        => Assert.That((await ListAsync("--limit", "1", "--output", "json")).StandardOutput, Is.EqualTo($$"""{"next":1.50,"data":[{{Connection(3, "three", "fundment", TimeSpan.FromDays(3))}}]}""" + "\n"));

    [Test]
    public async Task JSON_with_fields_has_these_fields_in_order_and_null_for_a_missing_one()
    {
        var result = await ListAsync("--limit", "1", "--json", "provider, label,access_token_expires_at,label");

        Assert.That(result.StandardOutput, Is.EqualTo("""[{"provider":{"name":"fundment","label":"fundment-label"},"label":"three","access_token_expires_at":null}]""" + "\n"));
    }

    [TestCase("--json lable")]
    [TestCase("--json")]
    [TestCase("--json label --output csv")]
    [TestCase("--expires-within soon")]
    [TestCase("--limit 0")]
    [TestCase("--order desc")]
    [TestCase("--sort colour")]
    [TestCase("--watch 0")]
    [TestCase("--watch --output json")]
    [TestCase("--watch")]
    public async Task Invalid_option_is_refused(string options)
    {
        string[] arguments = ["connections", "list", .. options.Split(' ')];

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(new Uri("http://127.0.0.1:1"), "token"), arguments);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments), "txt");
    }

    [Test]
    public async Task Table_in_a_pipe_has_whole_values_separated_by_tabs()
    {
        var label = new string('é', 300) + "\\\t\"\n東京";
        await using var server = RawServer.Answering(RawResponse.Json(200, new JObject { ["data"] = new JArray(new JObject { ["uuid"] = TestSandbox.Uuid(1).ToString(), ["label"] = label, ["access_token_expires_at"] = "2026-06-08T19:08:03.847911Z" }) }.ToString()));

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), "connections", "list");

        Assert.That(result.StandardOutput, Is.EqualTo($"{TestSandbox.Uuid(1)}\t{new string('é', 300)}\\\\\\t\"\\n東京\t\t2026-06-08T19:08:03.847911+00:00\t\n"));
    }

    private static async Task<BufferedCommandResult> ListAsync(params string[] options)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, Body));
        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), ["connections", "list", .. options]);
        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        return result;
    }

    private static string Connection(int number, string label, string provider, TimeSpan? expiry)
    {
        var time = (Now.AddYears(-1) + TimeSpan.FromDays(number)).ToString("O", CultureInfo.InvariantCulture);
        var expiryTime = expiry is { } left ? $"\"{(Now + left).ToString("O", CultureInfo.InvariantCulture)}\"" : "null";
        return $$"""{"uuid":"{{TestSandbox.Uuid(number)}}","label":"{{label}}","provider":{"name":"{{provider}}","label":"{{provider}}-label"},"created_at":"{{time}}","updated_at":"{{time}}","refresh_token_expires_at":{{expiryTime}},"unknown":1.0}""";
    }
}
