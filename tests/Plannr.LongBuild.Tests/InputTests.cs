using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>What the generated code depends on: all of it, and nothing else.</summary>
public sealed class InputTests
{
    [Test]
    public async Task Every_input_generates_anew_and_clean_leaves_nothing()
    {
        using var tree = new SourceTree();
        var both = await tree.BuildAsync(SourceTree.Generated);
        Assert.That(both.Succeeded, both.Output);
        Assert.That((both.Gates, both.Generations), Is.EqualTo((1, 1)), "once for both target frameworks");

        foreach (var input in new[] { SourceTree.Contract, "nswag.json", "build/templates/Class.liquid", "build/Plannr.Codegen.targets", "build/SpecGate/Linter.cs" })
        {
            tree.Touch(input);
            var build = await tree.BuildAsync(SourceTree.Generated, "--no-restore", "-f", "net10.0");
            Assert.That(build.Succeeded, build.Output);
            Assert.That(build.Generations, Is.EqualTo(1), input);
        }

        // A document that the contract refers to lies beside it.
        await File.WriteAllTextAsync(tree["openapi/part.yaml"], "Part: { type: object }\n");
        Assert.That((await tree.BuildAsync(SourceTree.Generated, "--no-restore", "-f", "net10.0")).Generations, Is.EqualTo(1), "a document beside the contract");

        // A property on the command line changes no file.
        Directory.CreateDirectory(tree["templates"]);
        foreach (var template in Directory.GetFiles(tree["build/templates"]))
        {
            File.Copy(template, Path.Combine(tree["templates"], Path.GetFileName(template)));
        }

        var option = $"-p:OpenApiTemplates={SourceTree.Escaped(tree["templates"])}";
        Assert.That((await tree.BuildAsync(SourceTree.Generated, "--no-restore", "-f", "net10.0", option)).Generations, Is.EqualTo(1), "an option");
        Assert.That((await tree.BuildAsync(SourceTree.Generated, "--no-restore", "-f", "net10.0", option)).Generations, Is.Zero, "the same option");

        var clean = await tree.BuildAsync(SourceTree.Generated, "--no-restore", "-t:Clean");
        Assert.That(clean.Succeeded, clean.Output);
        Assert.That(
            Directory.GetFiles(tree["src/Plannr.Generated/obj"], "*", SearchOption.AllDirectories).Where(f => f.Contains("openapi", StringComparison.Ordinal)),
            Is.Empty);
    }

    [Test]
    public async Task Two_trees_generate_the_same_bytes()
    {
        using var one = new SourceTree();
        using var other = new SourceTree();
        await one.BuildAsync(SourceTree.Generated, "-f", "net10.0");
        await other.BuildAsync(SourceTree.Generated, "-f", "net10.0");

        Assert.That(File.ReadAllBytes(other.GeneratedCode), Is.EqualTo(File.ReadAllBytes(one.GeneratedCode)));
    }
}
