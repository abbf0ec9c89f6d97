using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>A solution in which several projects ask for the generated code at once.</summary>
public sealed class ParallelBuildTests
{
    private const string Solution = "Several.slnx";
    private static readonly string[] Frameworks = ["net10.0", "netstandard2.0"];

    [Test]
    public async Task A_parallel_build_generates_once_and_clean_leaves_nothing()
    {
        using var tree = new SourceTree();
        // Who uses the generated code stands first: each framework is asked for by its consumer and by the solution itself.
        tree.AddSolution(Solution, tree.AddConsumer("Modern", "net10.0"), tree.AddConsumer("Portable", "netstandard2.0"), SourceTree.Consumer, SourceTree.Generated, SourceTree.SpecGate);
        var restore = await tree.RestoreAsync(Solution);
        Assert.That(restore.Succeeded, restore.Output);

        await GeneratesOnceAsync("-m:4", "Modern.csproj", "Plannr.Consumer.csproj", "Plannr.Generated.csproj", "Plannr.Generated.csproj", "Portable.csproj", "SpecGate.csproj");
        tree.Touch(SourceTree.Contract);
        // netstandard2.0 has no reference assembly that would tell its consumer that nothing has changed.
        await GeneratesOnceAsync("-graph", "Plannr.Generated.csproj", "Plannr.Generated.csproj", "Portable.csproj");

        var clean = await tree.CleanAsync(Solution);
        Assert.That(clean.Succeeded, clean.Output);
        Assert.That(tree.GeneratedFiles(), Is.Empty);

        async Task GeneratesOnceAsync(string way, params string[] compiled)
        {
            var build = await tree.BuildAsync(Solution, "--no-restore", way);

            Assert.That(build.Succeeded, build.Output);
            Assert.That(build.Gates, Is.EqualTo(1), $"gate runs with {way}");
            Assert.That(build.Generations, Is.EqualTo(1), $"generations with {way}");
            Assert.That(build.CompiledFrameworks(SourceTree.Generated), Is.EqualTo(Frameworks), $"compilations with {way}");
            Assert.That(build.Compiled, Is.EqualTo(compiled), $"compilations with {way}");
            Assert.That(tree.GeneratedFiles(), Does.Contain(tree.GeneratedCode));
        }
    }
}
