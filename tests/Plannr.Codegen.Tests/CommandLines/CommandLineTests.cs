using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>The command lines of the gate and of NSwag, for folders and contracts with special characters in their names.</summary>
public sealed class CommandLineTests
{
    private const string HostPath = "DOTNET_HOST_PATH";
    private const string SdkRoot = "NetCoreRoot";
    private static readonly string[] Names = ["plain", "a b", "a & b", "a (x86)", "größe", "a #1", "100% a", "a %PATH% b", "a $HOME $(x) $b", "it's", "a,b=c", "a@(b)", "a+!^~b"];
    private static readonly string[] Systems = ["Unix", "Windows_NT"];

    [Test]
    public async Task Gate_and_NSwag_get_the_expected_arguments_from_each_shell([ValueSource(nameof(Names))] string name, [ValueSource(nameof(Systems))] string system)
    {
        using var project = new ScriptedProject(name);
        var host = project.AddFile("sdk/dotnet");

        var commands = await project.GenerateAsync(system, (HostPath, host));

        Assert.That(commands, Has.Count.EqualTo(2));
        Assert.That(Arguments(commands[0], system), Is.EqualTo(new[] { host, project["build/SpecGate/specgate.dll"], "normalize", project[$"src/{name}.yaml"], project[$"src/obj/Debug/openapi/{name}.json"], "--on-unsupported", "Error" }));
        Assert.That(
            Arguments(commands[1], system),
            Is.EqualTo(new[] { host, project["nswag/dotnet-nswag.dll"], "run", "nswag.json", "/variables:Contract=contract.json,Namespace=Some.Name,Output=contract.g.cs,Templates=templates" }));
        Assert.That(commands[1].WorkingDirectory, Is.EqualTo(project["src/obj/Debug/openapi/nswag/"]));
    }

    [Test]
    public async Task Command_lines_do_not_depend_on_paths([ValueSource(nameof(Systems))] string system)
    {
        var lines = new List<string>();
        foreach (var name in new[] { "plain", "a & b" })
        {
            using var project = new ScriptedProject(name);
            lines.Add(string.Join('\n', (await project.GenerateAsync(system)).Select(c => c.Command)));
        }

        Assert.That(lines.Distinct().Count(), Is.EqualTo(1), string.Join('\n', lines));
    }

    [TestCase("Skip", "Skip")]
    [TestCase("skip", "Skip")]
    [TestCase("Error", "Error")]
    [TestCase("error", "Error")]
    public async Task OnUnsupported_is_passed_to_the_gate_in_any_case(string metadata, string expected)
    {
        using var project = new ScriptedProject("a b", onUnsupported: metadata);

        foreach (var system in Systems)
        {
            var commands = await project.GenerateAsync(system, ("Configuration", system));

            Assert.That(Arguments(commands[^2], system).TakeLast(2), Is.EqualTo(new[] { "--on-unsupported", expected }), system);
        }
    }

    [Test]
    public async Task Unknown_value_of_OnUnsupported_is_an_error_of_the_project()
    {
        using var project = new ScriptedProject("a b", onUnsupported: "Ignore");

        var result = await project.RunAsync();

        Assert.That(result.IsSuccess, Is.False);
        Assert.That(result.StandardOutput, Does.Contain("project.proj : error OAS002: 'Ignore' is not a valid value of OnUnsupported for the contract a b.yaml. "));
    }

    [Test]
    public async Task Change_of_OnUnsupported_runs_the_gate_and_NSwag_again()
    {
        using var project = new ScriptedProject("a b");
        await project.GenerateAsync("Unix");
        var unchanged = await project.GenerateAsync("Unix");
        project.Edit("src/project.proj", " Namespace=", " OnUnsupported=\"Skip\" Namespace=");

        var changed = await project.GenerateAsync("Unix");

        Assert.That((unchanged.Count, changed.Count), Is.EqualTo((2, 4)));
    }

    [Test]
    public void Command_lines_of_all_build_files_contain_no_paths()
    {
        var files = SourceTree.BuildFiles().ToArray();
        var commands = files.SelectMany(f => f.Document.Descendants("Exec").Select(e => (f.Path, f.Document, Command: e.Attribute("Command")!.Value))).ToArray();

        Assert.That(commands.Select(c => c.Path), Does.Contain("build/Plannr.Codegen.targets".Replace('/', Path.DirectorySeparatorChar)), "The search must find the commands.");
        foreach (var (path, document, command) in commands)
        {
            // The command is a property, which may contain text, the configuration, and its own previous value.
            var property = Regex.Match(command, @"^\$\((\w+)\)$").Groups[1].Value;
            var texts = property.Length == 0 ? [command] : document.Descendants(property).Select(e => e.Value).ToArray();
            Assert.That(texts, Is.Not.Empty, $"{path}: {command}");
            Assert.That(
                texts.SelectMany(t => Regex.Matches(t, @"[$@%]\(([^)]*)\)")).Select(m => m.Groups[1].Value).Except(["Configuration", property]),
                Is.Empty,
                $"{path}: Pass the path to {command} in an environment variable.");
        }
    }

    [TestCase("Unix", "dotnet")]
    [TestCase("Windows_NT", "dotnet.exe")]
    public async Task Host_is_the_one_of_the_SDK_if_MSBuild_does_not_set_it(string system, string program)
    {
        using var project = new ScriptedProject("a b");
        var host = project.AddFile($"sdk/{program}");

        var commands = await project.GenerateAsync(system, (HostPath, ""), (SdkRoot, project["sdk"]));

        Assert.That(commands.Select(c => Arguments(c, system)[0]), Is.All.EqualTo(host));
    }

    [Test]
    public async Task Host_is_searched_in_the_path_if_neither_MSBuild_nor_the_SDK_has_one([ValueSource(nameof(Systems))] string system)
    {
        using var project = new ScriptedProject("a b");

        var commands = await project.GenerateAsync(system, (HostPath, project["none"]), (SdkRoot, project["none"]));

        Assert.That(commands.Select(c => Arguments(c, system)[0]), Is.All.EqualTo("dotnet"));
    }

    [Test]
    public async Task Up_to_date_check_of_Visual_Studio_gets_every_input()
    {
        using var project = new ScriptedProject("a & b");

        var result = await project.RunAsync("-t:CollectUpToDateCheckInputDesignTime", "-getItem:UpToDateCheckInput");

        Assert.That(result.IsSuccess, result.StandardOutput + result.StandardError);
        var inputs = JsonNode.Parse(result.StandardOutput)!["Items"]!["UpToDateCheckInput"]!.AsArray().Select(i => (string?)i!["FullPath"]);
        Assert.That(
            inputs,
            Is.SupersetOf(new[] { "src/a & b.yaml", "nswag.json", "build/templates/Class.liquid", "build/Plannr.Codegen.targets", "build/SpecGate/SpecGate.csproj" }.Select(f => project[f])));
    }

    private static IReadOnlyList<string> Arguments(RecordedCommand command, string system)
        => system == "Unix" ? PosixShell.Arguments(command.Command, command.Variables) : CommandPrompt.Arguments(command.Command, command.Variables);
}
