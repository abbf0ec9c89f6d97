using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Tests;

/// <summary>The README of the package, whose C# tests/packages.sh compiles and runs.</summary>
public sealed class ReadmeTests
{
    private const string Fence = "```json\n";

    [Test]
    public async Task Seed_of_the_README_starts_a_sandbox()
    {
        var readme = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Plannr.Sandbox.README.md"))).ReplaceLineEndings("\n");
        await using var seed = await TemporaryFile.CreateAsync("seed.json", readme.Split(Fence)[1].Split("\n```")[0]);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path });

        var connections = JObject.Parse((await sandbox.ListAsync()).Body)["data"]!;

        Assert.That(connections.Select(c => c.Value<string>("label")), Is.EqualTo(new[] { "Mine" }));
    }

    [Test]
    public async Task Faults_of_the_README_are_all_faults()
    {
        var readme = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Plannr.Sandbox.README.md"))).ReplaceLineEndings("\n");
        var rows = readme.Split("## Make calls fail\n")[1].Split("\n## ")[0].Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();

        foreach (var row in rows)
        {
            Assert.That(() => SandboxFault.Parse(row.Split('`')[1]), Throws.Nothing, row);
        }

        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(7));
    }
}
