using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Cli.Tests.Webhooks;

/// <summary>Tests the commands for webhook subscriptions, and when they print signing secrets.</summary>
public sealed class WebhookTests
{
    private const string Uuid = "33333333-3333-4333-8333-333333333333";
    private const string Secret = TestSandbox.SigningSecret;

    // The URL contains the secret too, and the name of the property is written with an escape sequence.
    private const string Subscription =
        $$"""{"uuid":"{{Uuid}}","signing\u005fsecret" : "{{Secret}}","url":"https://example.com/{{Secret}}","events":["plan.created"],"more":[{"signing_secret":"an\"other"}],"number":1.50}""";

    private static IEnumerable<string[]> Commands =>
    [
        ["webhooks", "list"],
        ["webhooks", "view", Uuid],
        ["webhooks", "create", "--url", "https://example.com/", "--event", "plan.created"],
        ["webhooks", "update", Uuid, "--event", "plan.created"],
    ];

    [Test]
    public async Task Create_prints_the_new_subscription_and_how_to_see_its_secret()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.Token });
        string[] arguments = ["webhooks", "create", "--url", "https://example.com/new", "--event", "plan.created", "--event", "plan.deleted", "--event", "plan.created"];

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), arguments);

        var created = (await plannr.WebhookSubscriptions.ListAsync(filterUrl: ["https://example.com/new"])).Data!.Single();
        Assert.That(created.Events, Is.EqualTo(new[] { WebhookEvent.PlanCreated, WebhookEvent.PlanDeleted }));
        var now = created.CreatedAt!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments).Replace(created.Uuid.ToString()!, "{uuid}", StringComparison.Ordinal).Replace(now, "{now}", StringComparison.Ordinal), "txt");
    }

    [Test]
    public async Task Create_with_show_secret_prints_the_secret_and_no_hint()
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), "webhooks", "create", "--url", "https://example.com/", "--event", "plan.created", "--show-secret");

        Assert.That(result.StandardOutput, Does.Contain($"\t{Secret}\n"));
        Assert.That(result.StandardError, Does.Match("^Created the webhook subscription [-0-9a-f]+\\.\n$"));
    }

    [Test]
    public async Task Output_without_show_secret_contains_no_signing_secret([ValueSource(nameof(Commands))] string[] command, [Values("table", "json")] string output)
    {
        var result = await RunAsync(command, [.. command, "--output", output, "--verbose"]);

        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        Assert.That(result.StandardOutput + result.StandardError, Does.Contain("https://example.com/***").And.Not.Contain(Secret).And.Not.Contain("other"));
    }

    [Test]
    public async Task Output_with_show_secret_contains_the_signing_secret([ValueSource(nameof(Commands))] string[] command, [Values("table", "json")] string output)
    {
        var result = await RunAsync(command, [.. command, "--output", output, "--show-secret"]);

        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        Assert.That(result.StandardOutput, Does.Contain(Secret).And.Not.Contain("***"));
    }

    [Test]
    public async Task JSON_with_a_masked_secret_is_otherwise_unchanged()
    {
        var result = await RunAsync(["webhooks", "view"], ["webhooks", "view", Uuid, "--output", "json"]);

        Assert.That(result.StandardOutput.TrimEnd(), Is.EqualTo(Subscription.Replace(Secret, "***", StringComparison.Ordinal).Replace("an\\\"other", "***", StringComparison.Ordinal)));
    }

    [TestCase("webhooks create --url https://example.com/")]
    [TestCase("webhooks update " + Uuid)]
    public async Task Unknown_event_is_sent_with_a_warning_unless_quiet_is_set(string command)
    {
        await using var server = RawServer.Answering(RawResponse.Json(command.Contains("create", StringComparison.Ordinal) ? 201 : 200, Subscription));

        var loud = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), [.. command.Split(' '), "--event", "plan.create"]);
        var quiet = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), [.. command.Split(' '), "--event", "plan.create", "--quiet"]);

        Assert.That(server.Requests, Has.Count.EqualTo(2).And.All.Contains("\"events\":[\"plan.create\"]"));
        Assert.That(loud.StandardError, Does.StartWith("plannr: Warning: 'plan.create' is not a known event of this version of plannr, but is sent anyway. Did you mean 'plan.created'?"));
        Assert.That((loud.ExitCode, quiet.ExitCode, quiet.StandardError), Is.EqualTo((0, 0, "")));
    }

    [Test]
    public async Task List_with_secrets_on_a_narrow_terminal_cuts_no_secret_and_no_UUID()
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var (output, _) = await PseudoTerminal.RunAsync(new(TestSandbox.Environment(sandbox)) { ["NO_COLOR"] = "1" }, ["webhooks", "list", "--show-secret"], columns: 80);

        Assert.That(output, Does.Match($"{Uuid}  .*  {Secret}\r"));
    }

    private static async Task<CliWrap.Buffered.BufferedCommandResult> RunAsync(string[] command, string[] arguments)
    {
        var body = command[1] == "list" ? $$"""{"data":[{{Subscription}}]}""" : Subscription;
        await using var server = RawServer.Answering(RawResponse.Json(command[1] == "create" ? 201 : 200, body));
        return await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), arguments);
    }
}
