namespace Plannr.Codegen.Tests;

/// <summary>Runs the build step in real builds.</summary>
public sealed class BuildTests
{
    private const string Paths = "\npaths:\n";
    private const string Schemas = "\n  schemas:\n";

    [Test]
    public async Task Build_generates_the_code_only_if_the_contract_is_newer()
    {
        using var tree = new SourceTree();

        var first = await tree.BuildAsync(SourceTree.Consumer);
        Assert.That(first.Succeeded, first.Output);
        Assert.That((first.Gates, first.Generations), Is.EqualTo((1, 1)));
        Assert.That(first.Compiled, Is.EqualTo(new[] { "Plannr.Consumer.csproj", "Plannr.Generated.csproj", "Plannr.Runtime.csproj", "SpecGate.csproj" }));

        var second = await tree.BuildAsync(SourceTree.Consumer);
        Assert.That((second.Gates, second.Generations), Is.EqualTo((0, 0)));
        Assert.That(second.Compiled, Is.Empty);
        Assert.That(second.EvaluatesGate, Is.False, "Neither the restore nor the build may evaluate the gate's project.");

        tree.Touch(SourceTree.Contract);
        var touched = await tree.BuildAsync(SourceTree.Consumer);
        Assert.That((touched.Gates, touched.Generations), Is.EqualTo((1, 1)));
        Assert.That(touched.Compiled, Is.EqualTo(new[] { "Plannr.Generated.csproj" }), "Projects that reference unchanged code must not be compiled again.");
    }

    [Test]
    public async Task Build_reports_ten_mistakes_at_their_lines_and_keeps_the_generated_code()
    {
        using var tree = new SourceTree();
        var good = await tree.BuildAsync(SourceTree.Generated);
        Assert.That(good.Succeeded, good.Output);
        var before = await File.ReadAllTextAsync(tree.GeneratedCode);

        // Each line with mistakes lists the codes of their findings at its end.
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
        Assert.That(again.Succeeded, Is.False, "The next build of a contract with errors must fail too.");
    }

    [Test]
    public async Task Warning_is_shown_and_does_not_fail_the_build()
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
    public async Task Namespace_that_is_invalid_in_CSharp_is_an_error_of_the_project()
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
    public async Task Design_time_build_of_an_IDE_generates_the_code()
    {
        using var tree = new SourceTree();

        var look = await tree.BuildAsync(SourceTree.Generated, "-t:Compile", "-f", "net10.0",
            "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildProjectReferences=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");

        Assert.That(look.Succeeded, look.Output);
        Assert.That(tree.GeneratedCode, Does.Exist);
    }
}
