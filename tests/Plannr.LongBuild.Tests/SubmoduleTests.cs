using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>A repository that contains this one as a submodule. The build settings of the two must not affect each other.</summary>
public sealed class SubmoduleTests
{
    private const string Application = "app/App.csproj";

    private const string Contract = """
        openapi: 3.0.3
        info: { title: Shop, version: 1.0.0 }
        servers: [{ url: 'https://shop.example' }]
        paths:
          /books/{id}:
            get:
              operationId: Books_Get
              summary: Get a book
              parameters:
                - { name: id, in: path, required: true, description: The number of the book., schema: { type: integer } }
              responses:
                '200': { description: The title., content: { application/json: { schema: { type: string }, example: Emma } } }
                '404': { description: There is no such book. }

        """;

    [TestCase(true)]
    [TestCase(false)]
    public async Task Readme_examples_build_in_a_repository_with_its_own_settings(bool hasCentralVersions)
    {
        using var tree = SourceTree.WithSubmodule();
        AddRepository(tree, hasCentralVersions);

        var build = await tree.BuildAsync(Application);

        Assert.That(build.Succeeded, build.Output);
        Assert.That(build.Output, Does.Not.Contain("warning"));
        Assert.That(build.Compiled.Distinct(), Is.EquivalentTo(new[] { "App.csproj", "Plannr.Client.csproj", "Plannr.Generated.csproj", "Plannr.Runtime.csproj", "SpecGate.csproj" }));
        Assert.That(File.Exists(tree["artifacts/bin/App/debug/App.dll"]), "The repository must use its artifacts folder.");
        Assert.That(File.Exists(tree["plannr/src/Plannr.Client/bin/Debug/netstandard2.0/Plannr.Client.dll"]), "The submodule must not use the repository's artifacts folder.");
        Assert.That(Directory.GetFiles(tree["."], "packages.lock.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(tree["."], file)), Is.EqualTo(new[] { Path.Combine("app", "packages.lock.json") }));

        var restore = await tree.RestoreAsync(Application, "--locked-mode");

        Assert.That(restore.Succeeded, restore.Output);
    }

    private static void AddRepository(SourceTree tree, bool hasCentralVersions)
    {
        tree.Add("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>
                <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <Nullable>enable</Nullable>
                <LangVersion>latest</LangVersion>
              </PropertyGroup>
            </Project>

            """);
        tree.Add("Directory.Build.targets", """
            <Project>
              <Target Name="RefuseSubmodule" BeforeTargets="BeforeBuild;CollectPackageReferences">
                <Error Condition="'$(MSBuildProjectName)' != 'App'" Text="$(MSBuildProjectName) imports the build files of another repository." />
              </Target>
            </Project>

            """);
        if (hasCentralVersions)
        {
            tree.Add("Directory.Packages.props", """
                <Project>
                  <PropertyGroup>
                    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                    <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageVersion Include="Newtonsoft.Json" Version="13.0.4" />
                  </ItemGroup>
                </Project>

                """);
        }

        tree.Add("app/contract.yaml", Contract);
        tree.Add("app/Shelf.cs", "public class Shelf(Plannr.Client.IPlannrClient plannr, Shop.Api.IBooksClient books) { public object[] Clients => [plannr, books]; }\n");
        tree.Add(Application, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                {XmlOf("README.md", "<ProjectReference ")}
              </ItemGroup>
              {XmlOf("build/README.md", "build/Plannr.Codegen.targets")}
            </Project>

            """);
    }

    /// <summary>Returns the only XML block of a document that contains a text.</summary>
    private static string XmlOf(string document, string text)
        => File.ReadAllText(SourceTree.RepositoryFile(document)).ReplaceLineEndings("\n").Split("```xml\n").Skip(1)
            .Select(block => block.Split("\n```")[0])
            .Single(block => block.Contains(text, StringComparison.Ordinal));
}
