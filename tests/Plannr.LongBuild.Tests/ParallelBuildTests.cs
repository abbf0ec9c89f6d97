using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>A solution in which several projects ask for the generated code at once.</summary>
public sealed class ParallelBuildTests
{
    private const string Solution = "Several.slnx";
    private static readonly string[] Frameworks = ["net10.0", "netstandard2.0"];

    [Test]
    public async Task Projects_that_generate_at_once_restore_and_build_the_gate_once()
    {
        using var tree = new SourceTree();
        // The gate itself is not in it: each project asks for it on its own.
        tree.AddSolution(Solution, tree.AddGenerator("Another", "net10.0"), SourceTree.Generated);

        await BuildsGateOnceAsync("-m:4");
        // Restored projects and a fresh gate, as after a restore that ran no targets of theirs.
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
            Assert.That((build.Gates, build.Generations), Is.EqualTo((2, 2)), $"once for each project with {way}");
        }
    }

    [Test]
    public async Task A_rebuild_leaves_a_gate()
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
    public async Task The_gate_stays_where_it_is_when_the_output_goes_elsewhere()
    {
        using var tree = new SourceTree();

        // As a benchmark builds what it measures, or a pipeline that collects its artifacts.
        var build = await tree.BuildAsync(SourceTree.Generated, "-p:ArtifactsPath=../../artifacts/");

        Assert.That(build.Succeeded, build.Output);
        Assert.That(tree["build/SpecGate/bin/Debug/net10.0/specgate.dll"], Does.Exist);
        Assert.That(Directory.GetDirectories(tree["artifacts/bin"]).Select(Path.GetFileName), Is.EqualTo(new[] { "Plannr.Generated", "Plannr.Runtime" }));
    }

    [Test]
    public async Task A_parallel_build_generates_once_and_clean_leaves_nothing()
    {
        using var tree = new SourceTree();
        // Who uses the generated code stands first: each framework is asked for by its consumer and by the solution itself.
        tree.AddSolution(Solution, tree.AddConsumer("Modern", "net10.0"), tree.AddConsumer("Portable", "netstandard2.0"), SourceTree.Consumer, SourceTree.Generated, SourceTree.SpecGate);
        var restore = await tree.RestoreAsync(Solution);
        Assert.That(restore.Succeeded, restore.Output);

        await GeneratesOnceAsync("-m:4", "Modern.csproj", "Plannr.Consumer.csproj", "Plannr.Generated.csproj", "Plannr.Generated.csproj", "Plannr.Runtime.csproj", "Plannr.Runtime.csproj", "Portable.csproj", "SpecGate.csproj");
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
