using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Tests;

/// <summary>Tests the examples in the README of the sandbox. tests/packages.sh compiles and runs the C# of the package's README.</summary>
public sealed class ReadmeTests
{
    private const int MaxLines = 39;
    private const string Readme = "Plannr.Sandbox.README.md";

    [Test]
    public async Task Seed_in_the_README_starts_a_sandbox()
    {
        var text = await ReadAsync(Readme);
        await using var seed = await TemporaryFile.CreateAsync("seed.json", text.Split("```json\n")[1].Split("\n```")[0]);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path });

        var connections = JObject.Parse((await sandbox.ListAsync()).Body)["data"]!;

        Assert.That(connections.Select(c => c.Value<string>("label")), Is.EqualTo(new[] { "Mine" }));
    }

    [Test]
    public async Task Faults_in_the_README_are_valid()
    {
        var text = await ReadAsync(Readme);
        var rows = text.Split("## Make calls fail\n")[1].Split("\n## ")[0].Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();

        foreach (var row in rows)
        {
            Assert.That(() => SandboxFault.Parse(row.Split('`')[1]), Throws.Nothing, row);
        }

        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(7));
    }

    [Test]
    public async Task README_contains_the_code_of_ConnectionLifeTests()
    {
        var printed = (await ReadAsync(Readme)).Split("```cs\n").Skip(1).Select(block => block.Split("\n```")[0]).Single();
        var source = await ReadAsync("ConnectionLifeTests.cs");

        Assert.That(CodeOf(printed), Is.EqualTo(CodeOf(source)));
        Assert.That(printed.Split('\n'), Has.Length.LessThanOrEqualTo(MaxLines));
    }

    [Test]
    public async Task README_of_the_sandbox_lists_every_option()
    {
        var text = await ReadAsync(Readme);
        var names = typeof(PlannrSandboxOptions).GetProperties().Select(property => property.Name);

        Assert.That(names.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal) && !text.Contains($".{name}`", StringComparison.Ordinal)), Is.Empty);
    }

    // The test and the README have different namespaces, and therefore different usings.
    private static string CodeOf(string text)
        => string.Join('\n', text.Split('\n').SkipWhile(line => !line.StartsWith("public ", StringComparison.Ordinal))).Trim();

    private static async Task<string> ReadAsync(string file)
        => (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, file))).ReplaceLineEndings("\n");
}
