using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Contracts;

/// <summary><c>plannr contract</c></summary>
public sealed class ContractTests
{
    private const string Mistaken = """
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
    public async Task Show_prints_the_contract_as_it_was_written()
    {
        var result = await PlannrProcess.RunAsync("contract", "show");

        Assert.That(result.StandardOutput, Is.EqualTo(await File.ReadAllTextAsync(Path.Combine(TestContext.CurrentContext.TestDirectory, "plannr.yaml"))));
    }

    [Test]
    public async Task Show_prints_it_as_JSON()
    {
        var result = await PlannrProcess.RunAsync("contract", "show", "--format", "json");

        Assert.That(Newtonsoft.Json.Linq.JObject.Parse(result.StandardOutput).Value<string>("openapi"), Does.StartWith("3.0."));
    }

    [Test]
    public async Task Lint_finds_nothing_wrong_with_it()
    {
        var result = await RunInAsync(TestContext.CurrentContext.TestDirectory, "contract", "lint", "plannr.yaml");

        Assert.That((result.ExitCode, result.StandardOutput, result.StandardError), Is.EqualTo((0, "", "")));
    }

    [Test]
    public async Task Lint_names_each_mistake_with_its_place()
    {
        using var folder = new TestFolder();
        folder.Write("mistaken.yaml", Mistaken);

        var result = await RunInAsync(folder.PathOf(""), "contract", "lint", "mistaken.yaml");

        await Snapshot.Verify(PlannrProcess.Transcript(result, "contract", "lint", "mistaken.yaml"), "txt");
    }

    [TestCase("text")]
    [TestCase("json")]
    [TestCase("markdown")]
    public async Task Diff_says_what_changed(string format)
    {
        using var folder = new TestFolder();
        folder.Write("old.yaml", Mistaken.Replace("operatonId", "operationId", StringComparison.Ordinal));
        folder.Write("new.yaml", Mistaken.Replace("operatonId", "operationId", StringComparison.Ordinal).Replace("/a:", "/b:", StringComparison.Ordinal));

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
    public async Task Diff_with_one_file_that_has_errors_prints_them()
    {
        using var folder = new TestFolder();
        folder.Write("mistaken.yaml", Mistaken);

        var result = await RunInAsync(folder.PathOf(""), "contract", "diff", "mistaken.yaml");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.StandardError, Does.Contain("mistaken.yaml(6,7): error"));
    }

    private static async Task<BufferedCommandResult> RunInAsync(string folder, params string[] arguments)
        => await PlannrProcess.Command([], arguments).WithWorkingDirectory(folder).ExecuteBufferedAsync();
}
