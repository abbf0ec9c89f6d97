using CliWrap.Buffered;
using Newtonsoft.Json.Linq;
using Plannr.Cli.Api;
using Plannr.Cli.Shells;
using Plannr.Client;
using Plannr.Client.Sending;

namespace Plannr.Cli.Tests.Api;

/// <summary>Tests that the commands that <c>--curl</c> prints have the same effect as <c>plannr</c>.</summary>
public sealed class CurlTests
{
    private const string Uuid = "22222222-2222-4222-8222-000000000001";

    private static readonly string[] Labels = ["it's \"here\" $HOME `id` \\ é 😀", "two\nlines", "‘typographic’ ‚quotation‛ “marks”", "%PATH% ^& | < > ! $(id) ${x}"];

    private static string[] PowerShells => OperatingSystem.IsWindows() ? ["powershell.exe", "pwsh.exe"] : ["pwsh"];

    // The second makes PowerShell pass arguments and encode text as Windows PowerShell does.
    private static readonly string[] Settings = ["", "$PSNativeCommandArgumentPassing = 'Legacy'; $OutputEncoding = [Text.Encoding]::ASCII"];

    [TestCaseSource(nameof(Labels))]
    [Platform(Exclude = "Win", Reason = "Git Bash changes arguments that look like paths.")]
    public async Task Curl_command_in_bash_updates_the_connection_as_plannr_does(string label)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var environment = TestSandbox.Environment(sandbox);
        string[] arguments = ["connections", "update", Uuid, "--label", label];
        var printed = await PlannrProcess.RunAsync(environment, [.. arguments, "--curl"]);

        var curl = await CliWrap.Cli.Wrap("bash").WithArguments(["-c", printed.StandardOutput.Replace("curl ", "curl --silent --fail ", StringComparison.Ordinal)])
            .WithEnvironmentVariables(environment).ExecuteBufferedAsync();
        var plannr = await PlannrProcess.RunAsync(environment, [.. arguments, "--output", "json"]);

        Assert.That(WithoutTime(curl.StandardOutput), Is.EqualTo(WithoutTime(plannr.StandardOutput)));
        Assert.That(WithoutTime(curl.StandardOutput), Does.Contain(new JValue(label).ToString(Newtonsoft.Json.Formatting.None)[1..^1].Split("\\n")[0]));
    }

    [Test]
    public async Task Curl_command_in_PowerShell_updates_the_connection(
        [ValueSource(nameof(PowerShells))] string shell, [ValueSource(nameof(Settings))] string settings, [ValueSource(nameof(Labels))] string label)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var request = await PreparedRequest.OfAsync(
            new PlannrClientOptions { BaseAddress = sandbox.BaseAddress },
            (plannr, cancellationToken) => plannr.OAuthConnections.UpdateAsync(Guid.Parse(Uuid), new() { Label = label }, cancellationToken),
            CancellationToken.None);
        using var installed = new InstalledShell(shell);
        // A command line on Windows cannot contain every character, but a file can. Windows PowerShell reads it as UTF-8 because of the byte order mark.
        var alias = OperatingSystem.IsWindows() ? "" : "Set-Alias curl.exe curl";
        var script = installed.Folder.Write("update.ps1", $"\ufeff{settings}\n{alias}\n" + CurlCommand.Of(request, Shell.PowerShell));

        var result = await installed.RunAsync(TestSandbox.Environment(sandbox), "-NoProfile", "-ExecutionPolicy", "Bypass", "-File", script);

        using var client = new PlannrClient(new PlannrClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.Token });
        var connection = (await client.OAuthConnections.ListAsync()).Data!.Single(c => c.Uuid == Guid.Parse(Uuid));
        Assert.That(connection.Label, Is.EqualTo(label), result.StandardError + result.StandardOutput);
    }

    [TestCase("connections list")]
    [TestCase("connections delete " + Uuid)]
    [TestCase("auth status")]
    [TestCase("accounts list")]
    [TestCase("webhooks send " + Uuid + " --event plan.created")]
    [TestCase("webhooks verify no-such.json --signature 00 --subscription " + Uuid)]
    public async Task Curl_option_needs_no_token_and_sends_nothing(string command)
    {
        await using var server = RawServer.Answering(RawResponse.Json(500, "{}"));

        var result = await PlannrProcess.RunAsync(new() { ["PLANNR_BASE_URL"] = server.BaseAddress.ToString() }, [.. command.Split(' '), "--curl"]);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.StandardOutput, Does.StartWith("curl --request "));
        Assert.That(server.Requests, Is.Empty);
    }

    private static string WithoutTime(string json) => Scrubbed.Of(json.TrimEnd());
}
