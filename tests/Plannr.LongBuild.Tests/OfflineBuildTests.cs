using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>A build on a machine that has restored, and has no network since.</summary>
public sealed class OfflineBuildTests
{
    [Test]
    public async Task A_restored_tree_generates_and_builds_without_a_network()
    {
        using var tree = new SourceTree();
        var restore = await tree.RestoreAsync(SourceTree.Consumer);
        Assert.That(restore.Succeeded, restore.Output);
        Assert.That(restore.GateRestores, Is.EqualTo(1), "the restore of a consumer restores the gate");
        Assert.That(tree.GeneratedCode, Does.Not.Exist);

        var build = await tree.BuildOfflineAsync(SourceTree.Consumer);

        Assert.That(build.Succeeded, build.Output);
        Assert.That((build.Gates, build.Generations), Is.EqualTo((1, 1)));
        Assert.That(tree.GeneratedCode, Does.Exist);
    }
}
