using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>Builds in which a tool asks for the sources of a project, and wants nothing to be built.</summary>
public sealed class DesignTimeBuildTests
{
    // Buildalyzer, on which Stryker rests, and Roslyn's MSBuildWorkspace set these properties for the whole build.
    private static readonly string[] Buildalyzer =
    [
        "DesignTimeBuild=true", "BuildingProject=false", "BuildProjectReferences=false", "SkipCompilerExecution=true", "ProvideCommandLineArgs=true", "DisableRarCache=true",
        "AutoGenerateBindingRedirects=false", "CopyBuildOutputToOutputDirectory=false", "CopyOutputSymbolsToOutputDirectory=false", "ComputeNETCoreBuildOutputFiles=false",
        "SkipCopyBuildProduct=true", "AddModules=false", "UseCommonOutputDirectory=true", "GeneratePackageOnBuild=false", "UseAppHost=false",
    ];

    private static readonly string[] Roslyn =
    [
        "DesignTimeBuild=True", "NonExistentFile=__NonExistentSubDir__/__NonExistentFile__", "BuildProjectReferences=False", "BuildingProject=False", "ProvideCommandLineArgs=True",
        "SkipCompilerExecution=True", "ContinueOnError=ErrorAndContinue", "ShouldUnsetParentConfigurationAndPlatform=False",
    ];

    private static readonly TestCaseData[] Tools = [new TestCaseData([Buildalyzer]).SetArgDisplayNames("Buildalyzer"), new TestCaseData([Roslyn]).SetArgDisplayNames("Roslyn")];

    [TestCaseSource(nameof(Tools))]
    public async Task Tool_that_asks_for_the_sources_of_a_fresh_tree_gets_the_generated_code(string[] properties)
    {
        using var tree = new SourceTree();

        var look = await tree.BuildAsync(SourceTree.Generated, ["-t:Compile", "-f", "net10.0", .. properties.Select(p => "-p:" + p)]);

        Assert.That(look.Succeeded, look.Output);
        Assert.That((look.Gates, look.Generations), Is.EqualTo((1, 1)));
        Assert.That(tree.GeneratedCode, Does.Exist);
    }

    [Test]
    public async Task Visual_Studio_which_has_built_the_gate_before_does_not_write_it_again()
    {
        using var tree = new SourceTree();
        const string Inside = "-p:BuildingInsideVisualStudio=true";
        // It builds each project by itself, and in this order.
        foreach (var project in new[] { SourceTree.SpecGate, SourceTree.Runtime })
        {
            var before = await tree.BuildAsync(project, Inside);
            Assert.That(before.Succeeded, before.Output);
        }

        var build = await tree.BuildAsync(SourceTree.Generated, Inside);

        Assert.That(build.Succeeded, build.Output);
        Assert.That((build.Gates, build.Generations), Is.EqualTo((1, 1)));
        Assert.That(build.Compiled, Has.None.EqualTo("SpecGate.csproj"));
    }
}
