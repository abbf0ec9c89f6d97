namespace Plannr.Codegen.Tests;

/// <summary>The build step in a real build: when it runs, when it does not, and what it leaves behind.</summary>
public sealed class BuildTests
{
    private const string Paths = "\npaths:\n";
    private const string Schemas = "\n  schemas:\n";

    [Test]
    public async Task A_consumer_builds_from_a_fresh_tree_and_then_costs_nothing()
    {
        using var tree = new SourceTree();

        var first = await tree.BuildAsync(SourceTree.Consumer);
        Assert.That(first.Succeeded, first.Output);
        Assert.That((first.Gates, first.Generations), Is.EqualTo((1, 1)));
        Assert.That(first.Compiled, Is.EqualTo(new[] { "Plannr.Consumer.csproj", "Plannr.Generated.csproj", "Plannr.Runtime.csproj", "SpecGate.csproj" }));

        var second = await tree.BuildAsync(SourceTree.Consumer);
        Assert.That((second.Gates, second.Generations), Is.EqualTo((0, 0)));
        Assert.That(second.Compiled, Is.Empty);
        Assert.That(second.LooksAtGate, Is.False, "neither the restore nor the build opens the gate's project");

        tree.Touch(SourceTree.Contract);
        var touched = await tree.BuildAsync(SourceTree.Consumer);
        Assert.That((touched.Gates, touched.Generations), Is.EqualTo((1, 1)));
        Assert.That(touched.Compiled, Is.EqualTo(new[] { "Plannr.Generated.csproj" }), "who depends on unchanged code is not compiled anew");
    }

    [Test]
    public async Task Ten_mistakes_come_out_in_one_build_at_their_lines_and_leave_what_was_there()
    {
        using var tree = new SourceTree();
        var good = await tree.BuildAsync(SourceTree.Generated);
        Assert.That(good.Succeeded, good.Output);
        var before = await File.ReadAllTextAsync(tree.GeneratedCode);

        // Each line of it that holds a mistake says so at its end.
        var mistakes = await File.ReadAllLinesAsync(SourceTree.RepositoryFile("tests/Plannr.SpecGate.Tests/Contracts/ten-mistakes.yaml"));
        await File.WriteAllLinesAsync(tree[SourceTree.Contract], mistakes);
        var bad = await tree.BuildAsync(SourceTree.Generated);

        Assert.That(bad.Succeeded, Is.False);
        Assert.That(bad.Generations, Is.Zero);
        Assert.That(bad.Output, Does.Match(@"openapi[/\\]plannr\.yaml : error OAS003: No code was generated, because the contract has errors\."));
        foreach (var (text, index) in mistakes.Select((text, index) => (text, index)))
        {
            foreach (var code in text.Split("#!").Skip(1).SelectMany(codes => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                Assert.That(bad.Output, Does.Match($@"openapi[/\\]plannr\.yaml\({index + 1},\d+\): (error|warning) {code}: "));
            }
        }

        Assert.That(await File.ReadAllTextAsync(tree.GeneratedCode), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(tree.GeneratedCode)!, "*.new"), Is.Empty);

        var again = await tree.BuildAsync(SourceTree.Generated, "--no-restore");
        Assert.That(again.Succeeded, Is.False, "a contract with errors does not pass at the second try");
    }

    [Test]
    public async Task A_warning_is_shown_and_does_not_stop_the_build()
    {
        using var tree = new SourceTree();
        tree.Edit(SourceTree.Contract, Paths, Paths + """
              /planted:
                get:
                  operationId: Planted_Get
                  responses:
                    '200':
                      description: Planted.
                      content:
                        application/json:
                          schema:
                            $ref: '#/components/schemas/Planted'
                    default:
                      description: Planted.

            """);
        tree.Edit(SourceTree.Contract, Schemas, Schemas + """
                Planted:
                  type: object
                  properties:
                    name:
                      type: string

            """);

        var build = await tree.BuildAsync(SourceTree.Generated);

        Assert.That(build.Succeeded, build.Output);
        Assert.That(build.Output, Does.Match(@"openapi[/\\]plannr\.yaml\(\d+,7\): warning OAS101: The operation has no summary"));
        Assert.That(build.Output, Does.Match(@"openapi[/\\]plannr\.yaml\(\d+,9\): warning OAS101: The property 'name' has no description"));
        Assert.That(build.Output, Does.Match(@"openapi[/\\]plannr\.yaml\(\d+,13\): warning OAS106: The response 200 has no example"));
    }

    [Test]
    public async Task Namespace_that_CSharp_does_not_allow_is_an_error_of_the_project()
    {
        using var tree = new SourceTree();
        var last = "Plannr.Generated";
        foreach (var wrong in new[] { "Shop-Api", "Shop.class", "Shop..Api", "1Shop" })
        {
            tree.Edit(SourceTree.Generated, $"Namespace=\"{last}\"", $"Namespace=\"{wrong}\"");
            last = wrong;

            var build = await tree.BuildAsync(SourceTree.Generated);

            Assert.That(build.Succeeded, Is.False);
            Assert.That(build.Output, Does.Contain("Plannr.Generated.csproj : error OAS002: The namespace '" + wrong + "' of the contract "));
            Assert.That(build.Output, Does.Not.Contain("error CS"));
        }
    }

    [Test]
    public async Task Contract_that_does_not_exist_is_an_error_of_the_project()
    {
        using var tree = new SourceTree();
        tree.Edit(SourceTree.Generated, "openapi/plannr.yaml", "openapi/missing.yaml");

        var build = await tree.BuildAsync(SourceTree.Generated);

        Assert.That(build.Succeeded, Is.False);
        Assert.That(build.Output, Does.Match(@"Plannr\.Generated\.csproj : error OAS002: The contract .*missing\.yaml does not exist\."));
        Assert.That(build.Output, Does.Not.Contain("error CS").And.Not.Contains("OAS003"));
    }

    [Test]
    public async Task Project_without_the_runtime_is_an_error_of_the_project()
    {
        using var tree = new SourceTree();
        var project = tree.AddGenerator("Plannr.Bare", "net10.0");
        tree.Edit(project, "<ProjectReference Include=\"../../src/Plannr.Runtime/Plannr.Runtime.csproj\" />", "");

        var build = await tree.BuildAsync(project);

        Assert.That(build.Succeeded, Is.False);
        Assert.That(build.Output, Does.Match(@"Plannr\.Bare\.csproj : error OAS002: Generated code needs the assembly Plannr\.Runtime, but the project does not reference it"));
        Assert.That(build.Output, Does.Not.Contain("error CS"));
    }

    [Test]
    public async Task An_IDE_that_only_looks_at_a_fresh_tree_sees_the_generated_code()
    {
        using var tree = new SourceTree();

        var look = await tree.BuildAsync(SourceTree.Generated, "-t:Compile", "-f", "net10.0",
            "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildProjectReferences=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");

        Assert.That(look.Succeeded, look.Output);
        Assert.That(tree.GeneratedCode, Does.Exist);
    }
}
