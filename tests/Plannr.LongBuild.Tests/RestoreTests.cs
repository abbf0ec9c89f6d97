using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>The part of the build step in a restore: the spec gate has packages of its own, and is restored only when it must be.</summary>
public sealed class RestoreTests
{
    [Test]
    public async Task The_gate_is_restored_when_it_must_be_and_else_not_looked_at()
    {
        using var tree = new SourceTree();
        await RestoresAsync("fresh");
        await DoesNotLookAsync();

        foreach (var input in new[] { SourceTree.SpecGate, "Directory.Packages.props", "Directory.Build.props" })
        {
            // For NuGet nothing has changed by that, and it leaves its files as they are.
            File.SetLastWriteTimeUtc(tree[input], DateTime.UtcNow);
            await RestoresAsync(input);
        }

        await DoesNotLookAsync();

        tree.Edit(SourceTree.GateRestore, "yamldotnet", "cleared");
        await RestoresAsync("a package is no longer in its folder");
        tree.Edit(SourceTree.GateRestore, "\"success\": true", "\"success\": false");
        await RestoresAsync("the last restore failed");
        await DoesNotLookAsync();

        async Task RestoresAsync(string why)
        {
            var restore = await tree.RestoreAsync(SourceTree.Generated);
            Assert.That(restore.Succeeded, restore.Output);
            Assert.That(restore.GateRestores, Is.EqualTo(1), why);
        }

        async Task DoesNotLookAsync()
        {
            var restore = await tree.RestoreAsync(SourceTree.Generated);
            Assert.That(restore.Succeeded, restore.Output);
            Assert.That(restore.LooksAtGate, Is.False);
        }
    }

    [Test]
    public async Task The_packages_of_the_gate_are_none_of_the_project()
    {
        using var tree = new SourceTree();
        var restore = await tree.RestoreAsync(SourceTree.Generated);
        Assert.That(restore.Succeeded, restore.Output);

        Assert.That(await File.ReadAllTextAsync(tree[SourceTree.GateRestore]), Does.Contain("yamldotnet"));
        Assert.That(await File.ReadAllTextAsync(tree["src/Plannr.Generated/obj/project.nuget.cache"]), Does.Contain("nswag.msbuild").And.Not.Contain("yamldotnet"));
    }

    [Test]
    public async Task A_gate_that_cannot_be_restored_fails_the_restore_and_the_next_one_too()
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
