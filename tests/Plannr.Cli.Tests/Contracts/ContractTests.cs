using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Contracts;

/// <summary>Tests <c>plannr contract show</c>, <c>lint</c> and <c>diff</c>.</summary>
public sealed class ContractTests
{
    private const string InvalidContract = """
        openapi: 3.0.3
        info: {title: A, version: 1.0.0}
        paths:
          /a:
            get:
              operatonId: A_Get
              responses:
                '200': {description: Done.}
        """;

    [Test]
    public async Task Show_prints_the_contract_unchanged()
    {
        var result = await PlannrProcess.RunAsync("contract", "show");

        Assert.That(result.StandardOutput, Is.EqualTo(await File.ReadAllTextAsync(Path.Combine(TestContext.CurrentContext.TestDirectory, "plannr.yaml"))));
    }

    [Test]
    public async Task Show_with_format_json_prints_the_contract_as_JSON()
    {
        var result = await PlannrProcess.RunAsync("contract", "show", "--format", "json");

        Assert.That(Newtonsoft.Json.Linq.JObject.Parse(result.StandardOutput).Value<string>("openapi"), Does.StartWith("3.0."));
    }

    [Test]
    public async Task Lint_of_the_contract_prints_nothing()
    {
        var result = await RunInAsync(TestContext.CurrentContext.TestDirectory, "contract", "lint", "plannr.yaml");

        Assert.That((result.ExitCode, result.StandardOutput, result.StandardError), Is.EqualTo((0, "", "")));
    }

    [Test]
    public async Task Lint_prints_each_error_with_its_place()
    {
        using var folder = new TestFolder();
        folder.Write("invalid.yaml", InvalidContract);

        var result = await RunInAsync(folder.PathOf(""), "contract", "lint", "invalid.yaml");

        await Snapshot.Verify(PlannrProcess.Transcript(result, "contract", "lint", "invalid.yaml"), "txt");
    }

    [TestCase("text")]
    [TestCase("json")]
    [TestCase("markdown")]
    public async Task Diff_prints_the_changes(string format)
    {
        using var folder = new TestFolder();
        folder.Write("old.yaml", InvalidContract.Replace("operatonId", "operationId", StringComparison.Ordinal));
        folder.Write("new.yaml", InvalidContract.Replace("operatonId", "operationId", StringComparison.Ordinal).Replace("/a:", "/b:", StringComparison.Ordinal));

        var result = await RunInAsync(folder.PathOf(""), "contract", "diff", "old.yaml", "new.yaml", "--format", format);

        await Snapshot.Verify(PlannrProcess.Transcript(result, "contract", "diff", "old.yaml", "new.yaml", "--format", format), "txt");
    }

    [Test]
    public async Task Diff_with_one_file_compares_it_with_the_built_in_contract()
    {
        using var folder = new TestFolder();
        var contract = (await PlannrProcess.RunAsync("contract", "show")).StandardOutput;
        folder.Write("later.yaml", contract.Replace("operationId: Me_Get", "operationId: Me_Read", StringComparison.Ordinal));
        folder.Write("same.yaml", contract);

        var later = await RunInAsync(folder.PathOf(""), "contract", "diff", "later.yaml");
        var same = await RunInAsync(folder.PathOf(""), "contract", "diff", "same.yaml");

        Assert.Multiple(() =>
        {
            Assert.That((later.ExitCode, later.StandardError), Is.EqualTo((0, "")));
            Assert.That(later.StandardOutput, Does.Contain("MeClient.GetAsync").And.Contain("MeClient.ReadAsync"));
            Assert.That(same.StandardOutput.TrimEnd(), Is.EqualTo("1.2.0 to 1.2.0: No changes that callers or C# can see."));
        });
    }

    [Test]
    public async Task Diff_with_an_invalid_file_prints_its_errors()
    {
        using var folder = new TestFolder();
        folder.Write("invalid.yaml", InvalidContract);

        var result = await RunInAsync(folder.PathOf(""), "contract", "diff", "invalid.yaml");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.StandardError, Does.Contain("invalid.yaml(6,7): error"));
    }

    private static async Task<BufferedCommandResult> RunInAsync(string folder, params string[] arguments)
        => await PlannrProcess.Command([], arguments).WithWorkingDirectory(folder).ExecuteBufferedAsync();
}
