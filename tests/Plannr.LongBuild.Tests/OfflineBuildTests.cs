using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>Builds without a network after a restore.</summary>
public sealed class OfflineBuildTests
{
    [Test]
    public async Task Build_after_a_restore_works_without_a_network()
    {
        using var tree = new SourceTree();
        var restore = await tree.RestoreAsync(SourceTree.Consumer);
        Assert.That(restore.Succeeded, restore.Output);
        Assert.That(restore.GateRestores, Is.EqualTo(1), "The restore of a consumer must restore the gate.");
        Assert.That(tree.GeneratedCode, Does.Not.Exist);

        var build = await tree.BuildOfflineAsync(SourceTree.Consumer);

        Assert.That(build.Succeeded, build.Output);
        Assert.That((build.Gates, build.Generations), Is.EqualTo((1, 1)));
        Assert.That(tree.GeneratedCode, Does.Exist);
    }
}
