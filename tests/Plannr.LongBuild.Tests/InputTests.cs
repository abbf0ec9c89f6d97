using Plannr.Codegen.Tests;

namespace Plannr.LongBuild.Tests;

/// <summary>The inputs of the generated code.</summary>
public sealed class InputTests
{
    [Test]
    public async Task Change_of_an_input_generates_the_code_again_and_clean_deletes_it()
    {
        using var tree = new SourceTree();
        var both = await tree.BuildAsync(SourceTree.Generated);
        Assert.That(both.Succeeded, both.Output);
        Assert.That((both.Gates, both.Generations), Is.EqualTo((1, 1)), "The code must be generated once for both target frameworks.");

        foreach (var input in new[] { SourceTree.Contract, "nswag.json", "build/templates/Class.liquid", "build/Plannr.Codegen.targets", "build/SpecGate/Linter.cs" })
        {
            tree.Touch(input);
            var build = await tree.BuildAsync(SourceTree.Generated, "--no-restore", "-f", "net10.0");
            Assert.That(build.Succeeded, build.Output);
            Assert.That(build.Generations, Is.EqualTo(1), input);
        }

        // The contract can refer to any document in its folder.
        await File.WriteAllTextAsync(tree["openapi/part.yaml"], "Part: { type: object }\n");
        Assert.That((await tree.BuildAsync(SourceTree.Generated, "--no-restore", "-f", "net10.0")).Generations, Is.EqualTo(1), "a document in the folder of the contract");

        // A property on the command line does not change a file.
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
    public async Task Generated_code_is_identical_in_two_folders()
    {
        using var one = new SourceTree();
        using var other = new SourceTree();
        await one.BuildAsync(SourceTree.Generated, "-f", "net10.0");
        await other.BuildAsync(SourceTree.Generated, "-f", "net10.0");

        Assert.That(File.ReadAllBytes(other.GeneratedCode), Is.EqualTo(File.ReadAllBytes(one.GeneratedCode)));
    }
}
