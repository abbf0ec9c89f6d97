using System.Text;
using CliWrap;

namespace Plannr.Cli.Tests.Output;

/// <summary>
/// Tests that output is UTF-8, even if the console has another character set: that of the locale here, or the OEM code page on
/// Windows. Neither contains all characters of the label.
/// </summary>
public sealed class EncodingTests
{
    private const string Uuid = "22222222-2222-4222-8222-000000000001";
    private const string Label = "Größe-Łódź-東京-😀";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [TestCase("connections update {uuid} --label {label}")]
    [TestCase("connections update {uuid} --label {label} --output json")]
    [TestCase("connections update {uuid} --label {label} --curl")]
    [TestCase("connections update {uuid} --label {label} --dry-run")]
    [TestCase("connections update {label} --label x")]
    [TestCase("connections list")]
    [TestCase("connections list --output json")]
    [TestCase("connections list --output csv")]
    [TestCase("connections relabel --from labels.csv --curl")]
    [TestCase("connections relabel --from {label}.csv")]
    [TestCase("auth status --token-file {label}")]
    [TestCase("contract lint {label}.yaml")]
    [TestCase("contract diff {label}.yaml {label}.yaml")]
    [TestCase("sandbox --seed {label}.json")]
    [TestCase("{label}")]
    public async Task Output_of_a_command_with_a_non_ASCII_label_is_UTF_8_without_a_byte_order_mark(string command)
    {
        using var folder = new TestFolder();
        folder.Write("labels.csv", $"uuid,label\n{Uuid},{Label}\n");
        folder.Write(Label + ".yaml", $"openapi: 3.0.3\ninfo: {{title: A, version: 1.0.0}}\npaths: {{ /a: {{ $ref: '#/{Label}' }} }}\n");
        await using var sandbox = await TestSandbox.StartAsync();
        using var plannr = new Client.PlannrClient(new Client.PlannrClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.Token });
        await plannr.OAuthConnections.UpdateAsync(Guid.Parse(Uuid), new() { Label = Label });
        var arguments = command.Replace("{uuid}", Uuid, StringComparison.Ordinal).Replace("{label}", Label, StringComparison.Ordinal).Split(' ');

        var output = new MemoryStream();
        var errors = new MemoryStream();
        await PlannrProcess.Command(new(TestSandbox.Environment(sandbox)) { ["LC_ALL"] = "en_US.ISO-8859-1" }, arguments)
            .WithWorkingDirectory(folder.PathOf(""))
            .WithStandardOutputPipe(PipeTarget.ToStream(output))
            .WithStandardErrorPipe(PipeTarget.ToStream(errors))
            .ExecuteAsync();

        var text = Strict.GetString(output.ToArray()) + Strict.GetString(errors.ToArray());
        Assert.That(text, Does.Contain(Label));
        Assert.That(text.Contains('\ufeff', StringComparison.Ordinal), Is.False, "The output contains a byte order mark.");
    }
}
