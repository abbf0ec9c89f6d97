using System.Security;
using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>The file name of a contract, after which the generated files are named.</summary>
public sealed class ContractNameTests
{
    private const string Project = "tests/Names/Names.csproj";

    private const string Contract = """
        openapi: 3.0.3
        info: { title: Pets, version: 1.0.0, description: An API of pets. }
        paths:
          /pets:
            get:
              operationId: Pets_List
              summary: List pets
              responses:
                '204': { description: There are none. }
                default: { description: Something went wrong. }

        """;

    // The build step itself uses the last two names for files.
    private static readonly string[] Names =
        ["a,b", "c=d", "e'f", "g;h", "i%3Bj", "100% k", "l%PATH%m", "n$HOME", "o$(x)", "p@(q)", "r&s", "größe #1 (x86)", "t !+~`^{}[]", "contract", "nswag"];

    [Test]
    public async Task Contracts_with_special_characters_in_their_names_generate_once_and_compile()
    {
        using var tree = new SourceTree();
        Directory.CreateDirectory(tree["tests/Names"]);
        foreach (var name in Names)
        {
            await File.WriteAllTextAsync(tree[$"tests/Names/{name}.yaml"], Contract);
        }

        var contracts = Names.Select((name, i) => $"""<OpenApiContract Include="{SecurityElement.Escape(SourceTree.Escaped(name))}.yaml" Namespace="Names.N{i}" />""");
        await File.WriteAllTextAsync(tree[Project], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(contracts)}
                <ProjectReference Include="../../src/Plannr.Runtime/Plannr.Runtime.csproj" />
                <PackageReference Include="Newtonsoft.Json" />
              </ItemGroup>
              <Import Project="../../build/Plannr.Codegen.targets" />
            </Project>

            """);

        var first = await tree.BuildAsync(Project);
        Assert.That(first.Succeeded, first.Output);
        Assert.That((first.Gates, first.Generations), Is.EqualTo((Names.Length, Names.Length)));
        Assert.That(Names.Where(name => !File.Exists(tree[$"tests/Names/obj/Debug/openapi/{name}.g.cs"])), Is.Empty);

        var second = await tree.BuildAsync(Project);
        Assert.That((second.Gates, second.Generations), Is.EqualTo((0, 0)), second.Output);
        Assert.That(second.Compiled, Is.Empty);
    }

    // NSwag would ignore the path of the templates, and use its own ones.
    [Test]
    public async Task Intermediate_folder_with_a_semicolon_is_an_error()
    {
        using var tree = new SourceTree();

        var build = await tree.BuildAsync(SourceTree.Generated, "-p:BaseIntermediateOutputPath=a%3Bb/");

        Assert.That(build.Succeeded, Is.False);
        Assert.That(build.Output, Does.Contain("error OAS002: NSwag cannot use the folder"));
        Assert.That(build.Generations, Is.Zero);
    }
}
