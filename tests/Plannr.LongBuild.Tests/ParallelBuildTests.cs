using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>Solutions in which several projects need the gate or the generated code at the same time.</summary>
public sealed class ParallelBuildTests
{
    private const string Solution = "Several.slnx";
    private static readonly string[] Frameworks = ["net10.0", "netstandard2.0"];

    [Test]
    public async Task Projects_that_generate_at_the_same_time_restore_and_build_the_gate_once()
    {
        using var tree = new SourceTree();
        // The solution does not contain the gate, so each project builds it.
        tree.AddSolution(Solution, tree.AddGenerator("Another", "net10.0"), SourceTree.Generated);

        await BuildsGateOnceAsync("-m:4");
        // The projects are restored, but the gate is not, as after a restore that did not run their targets.
        Directory.Delete(tree["build/SpecGate/obj"], recursive: true);
        Directory.Delete(tree["build/SpecGate/bin"], recursive: true);
        tree.Touch(SourceTree.Contract);
        await BuildsGateOnceAsync("-graph", "--no-restore");

        async Task BuildsGateOnceAsync(string way, params string[] arguments)
        {
            var build = await tree.BuildAsync(Solution, [way, .. arguments]);

            Assert.That(build.Succeeded, build.Output);
            Assert.That(build.GateRestores, Is.EqualTo(1), $"restores of the gate with {way}");
            Assert.That(build.CompiledFrameworks(SourceTree.SpecGate), Has.Count.EqualTo(1), $"compilations of the gate with {way}");
            Assert.That((build.Gates, build.Generations), Is.EqualTo((2, 2)), $"runs with {way}, one for each project");
        }
    }

    [Test]
    public async Task Rebuild_of_a_solution_keeps_the_gate()
    {
        using var tree = new SourceTree();
        tree.AddSolution(Solution, SourceTree.Generated, SourceTree.SpecGate);

        foreach (var attempt in new[] { "first", "second" })
        {
            var build = await tree.BuildAsync(Solution, "-m:4", "--no-incremental");

            Assert.That(build.Succeeded, $"{attempt}: {build.Output}");
            Assert.That((build.Gates, build.Generations), Is.EqualTo((1, 1)), attempt);
            Assert.That(tree["build/SpecGate/bin/Debug/net10.0/specgate.dll"], Does.Exist, attempt);
        }
    }

    [Test]
    public async Task Gate_is_built_in_its_own_folder_if_an_artifacts_path_is_set()
    {
        using var tree = new SourceTree();

        // BenchmarkDotNet and pipelines that collect artifacts set this property.
        var build = await tree.BuildAsync(SourceTree.Generated, "-p:ArtifactsPath=../../artifacts/");

        Assert.That(build.Succeeded, build.Output);
        Assert.That(tree["build/SpecGate/bin/Debug/net10.0/specgate.dll"], Does.Exist);
        Assert.That(Directory.GetDirectories(tree["artifacts/bin"]).Select(Path.GetFileName), Is.EqualTo(new[] { "Plannr.Generated", "Plannr.Runtime" }));
    }

    [Test]
    public async Task Parallel_build_generates_the_code_once_and_clean_deletes_it()
    {
        using var tree = new SourceTree();
        // The consumers are first, so both a consumer and the solution request each framework.
        tree.AddSolution(Solution, tree.AddConsumer("Modern", "net10.0"), tree.AddConsumer("Portable", "netstandard2.0"), SourceTree.Consumer, SourceTree.Generated, SourceTree.SpecGate);
        var restore = await tree.RestoreAsync(Solution);
        Assert.That(restore.Succeeded, restore.Output);

        await GeneratesOnceAsync("-m:4", "Modern.csproj", "Plannr.Consumer.csproj", "Plannr.Generated.csproj", "Plannr.Generated.csproj", "Plannr.Runtime.csproj", "Plannr.Runtime.csproj", "Portable.csproj", "SpecGate.csproj");
        tree.Touch(SourceTree.Contract);
        // Without a reference assembly, which netstandard2.0 does not have, its consumer is compiled again.
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
