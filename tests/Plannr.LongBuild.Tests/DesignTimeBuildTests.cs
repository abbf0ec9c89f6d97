using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>Builds in which a tool reads the source files of a project without compiling it.</summary>
public sealed class DesignTimeBuildTests
{
    // Buildalyzer, which Stryker uses, and Roslyn's MSBuildWorkspace set these properties for the whole build.
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
    public async Task Design_time_build_of_a_tool_generates_the_code(string[] properties)
    {
        using var tree = new SourceTree();

        var look = await tree.BuildAsync(SourceTree.Generated, ["-t:Compile", "-f", "net10.0", .. properties.Select(p => "-p:" + p)]);

        Assert.That(look.Succeeded, look.Output);
        Assert.That((look.Gates, look.Generations), Is.EqualTo((1, 1)));
        Assert.That(tree.GeneratedCode, Does.Exist);
    }

    [Test]
    public async Task Build_in_Visual_Studio_does_not_compile_the_gate_again()
    {
        using var tree = new SourceTree();
        const string Inside = "-p:BuildingInsideVisualStudio=true";
        // Visual Studio builds each project separately, in this order.
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
