using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Plannr.Client;

namespace Plannr.Cli.Tests.Webhooks;

/// <summary>Tests <c>plannr webhooks verify</c>.</summary>
public sealed class WebhookVerifyTests
{
    private const string Secret = TestSandbox.SigningSecret;
    private const string Valid = "The signature is valid.\n";
    private const string Body = "{\"a\": 1}\r\n";

    private static string Signature => PlannrWebhook.Sign(Encoding.UTF8.GetBytes(Body), Secret);

    private static Dictionary<string, string?> Environment(string? secret) => new() { ["PLANNR_WEBHOOK_SECRET"] = secret };

    [Test]
    public async Task Verify_with_a_secret_in_a_file_accepts_a_valid_signature([Values] bool isUpper)
    {
        using var folder = new TestFolder();

        var result = await PlannrProcess.RunAsync(Environment("of-the-environment"),
            "webhooks", "verify", folder.Write("body.json", Body), "--signature", isUpper ? Signature.ToUpperInvariant() : Signature, "--secret-file", folder.Write("secret", Secret + "\n"));

        Assert.That((result.ExitCode, result.StandardOutput, result.StandardError), Is.EqualTo((0, Valid, "")));
    }

    [Test]
    public async Task Verify_with_a_secret_in_the_environment_reads_the_body_from_standard_input()
    {
        var result = await PlannrProcess.Command(Environment(Secret), "webhooks", "verify", "-", "--signature", Signature)
            .WithStandardInputPipe(PipeSource.FromString(Body)).ExecuteBufferedAsync();

        Assert.That((result.ExitCode, result.StandardOutput, result.StandardError), Is.EqualTo((0, Valid, "")));
    }

    [Test]
    public async Task Verify_with_a_secret_on_standard_input_accepts_a_valid_signature()
    {
        using var folder = new TestFolder();

        var result = await PlannrProcess.Command([], "webhooks", "verify", folder.Write("body.json", Body), "--signature", Signature, "--secret-file", "-")
            .WithStandardInputPipe(PipeSource.FromString(Secret)).ExecuteBufferedAsync();

        Assert.That((result.ExitCode, result.StandardOutput, result.StandardError), Is.EqualTo((0, Valid, "")));
    }

    [Test]
    public async Task Verify_with_a_subscription_gets_its_secret_from_Plannr()
    {
        using var folder = new TestFolder();
        await using var sandbox = await TestSandbox.StartAsync();
        string[] verify = ["webhooks", "verify", folder.Write("body.json", Body), "--subscription", TestSandbox.Webhook.ToString(), "--verbose", "--signature"];

        var good = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), [.. verify, Signature]);
        var bad = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), [.. verify, Signature[1..] + "0"]);

        Assert.That((good.ExitCode, good.StandardOutput, bad.ExitCode), Is.EqualTo((0, Valid, 1)), good.StandardError);
        Assert.That(good.StandardError + bad.StandardError + bad.StandardOutput, Does.Not.Contain(Secret));
    }

    [Test]
    public async Task Verify_with_another_body_or_another_secret_fails()
    {
        using var folder = new TestFolder();

        var body = await PlannrProcess.RunAsync(Environment(Secret), "webhooks", "verify", folder.Write("body.json", Body.TrimEnd()), "--signature", Signature);
        var secret = await PlannrProcess.RunAsync(Environment(Secret + "x"), "webhooks", "verify", folder.Write("body.json", Body), "--signature", Signature);

        Assert.That((body.ExitCode, body.StandardOutput, secret.ExitCode, secret.StandardOutput), Is.EqualTo((1, "", 1, "")));
        Assert.That(body.StandardError, Is.EqualTo("plannr: The signature is not valid for this body and this secret. Check that the body is unchanged (it has 8 bytes here), and that the secret is that of the subscription.\n"));
        Assert.That(secret.StandardError, Does.Contain("(it has 10 bytes here)"));
    }

    [TestCase("")]
    [TestCase("00")]
    [TestCase("sha256=0000000000000000000000000000000000000000000000000000000000000")]
    public async Task Verify_with_a_malformed_signature_fails(string signature)
    {
        using var folder = new TestFolder();

        var result = await PlannrProcess.RunAsync(Environment(Secret), "webhooks", "verify", folder.Write("body.json", Body), "--signature", signature);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.StandardError, Is.EqualTo("plannr: The signature is not valid: it must have 64 hexadecimal digits. Pass the value of the header X-Signature.\n"));
    }

    [TestCase(null, "There is no signing secret. Set PLANNR_WEBHOOK_SECRET, ")]
    [TestCase(" ", "The signing secret of PLANNR_WEBHOOK_SECRET is empty,")]
    public async Task Verify_without_a_secret_is_refused(string? secret, string message)
    {
        using var folder = new TestFolder();

        var result = await PlannrProcess.RunAsync(Environment(secret), "webhooks", "verify", folder.Write("body.json", Body), "--signature", Signature);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardError, Does.StartWith("plannr: " + message));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Files on Windows have no mode.")]
    public async Task Verify_with_a_secret_file_that_other_users_can_read_is_refused()
    {
        using var folder = new TestFolder();
        var file = folder.Write("secret", Secret, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var result = await PlannrProcess.RunAsync("webhooks", "verify", folder.Write("body.json", Body), "--signature", Signature, "--secret-file", file);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardError, Does.StartWith($"plannr: The secret file {file} can be read or written by other users. Run 'chmod 600 {file}', "));
    }
}
