using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>The restore of the spec gate, which has its own packages and is restored only when necessary.</summary>
public sealed class RestoreTests
{
    [Test]
    public async Task Gate_is_restored_when_necessary_and_otherwise_not_evaluated()
    {
        using var tree = new SourceTree();
        await RestoresAsync("fresh");
        await DoesNotEvaluateAsync();

        foreach (var input in new[] { SourceTree.SpecGate, "Directory.Packages.props", "Directory.Build.props" })
        {
            // NuGet does not detect a change, and does not update its files.
            File.SetLastWriteTimeUtc(tree[input], DateTime.UtcNow);
            await RestoresAsync(input);
        }

        await DoesNotEvaluateAsync();

        tree.Edit(SourceTree.GateRestore, "yamldotnet", "cleared");
        await RestoresAsync("a package is no longer in its folder");
        tree.Edit(SourceTree.GateRestore, "\"success\": true", "\"success\": false");
        await RestoresAsync("the last restore failed");
        await DoesNotEvaluateAsync();

        async Task RestoresAsync(string why)
        {
            var restore = await tree.RestoreAsync(SourceTree.Generated);
            Assert.That(restore.Succeeded, restore.Output);
            Assert.That(restore.GateRestores, Is.EqualTo(1), why);
        }

        async Task DoesNotEvaluateAsync()
        {
            var restore = await tree.RestoreAsync(SourceTree.Generated);
            Assert.That(restore.Succeeded, restore.Output);
            Assert.That(restore.EvaluatesGate, Is.False);
        }
    }

    [Test]
    public async Task Packages_of_the_gate_are_not_restored_for_the_project()
    {
        using var tree = new SourceTree();
        var restore = await tree.RestoreAsync(SourceTree.Generated);
        Assert.That(restore.Succeeded, restore.Output);

        Assert.That(await File.ReadAllTextAsync(tree[SourceTree.GateRestore]), Does.Contain("yamldotnet"));
        Assert.That(await File.ReadAllTextAsync(tree["src/Plannr.Generated/obj/project.nuget.cache"]), Does.Contain("nswag.msbuild").And.Not.Contain("yamldotnet"));
    }

    [Test]
    public async Task Restore_fails_each_time_if_the_gate_cannot_be_restored()
    {
        using var tree = new SourceTree();
        tree.Edit(SourceTree.SpecGate, "Include=\"YamlDotNet\"", "Include=\"YamlDotNet\" VersionOverride=\"[0.0.0-none]\"");

        foreach (var attempt in new[] { "first", "second" })
        {
            var restore = await tree.RestoreAsync(SourceTree.Generated);
            Assert.That(restore.Succeeded, Is.False, attempt);
            Assert.That(restore.Output, Does.Contain("SpecGate.csproj : error NU110"), attempt);
        }
    }
}
