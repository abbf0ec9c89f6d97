using Plannr.Codegen.Tests.CommandLines;

namespace Plannr.Codegen.Tests;

/// <summary>A gate that did not check the contract is not mistaken for a contract with errors.</summary>
public sealed class GateFailureTests
{
    private const string NotChecked = "error OAS003: The spec gate did not start or failed, with exit code ";

    [Test]
    public async Task Build_without_a_gate_names_the_missing_file_and_the_gates_project()
    {
        using var project = new ScriptedProject("a b", starts: true);
        var gate = project["build/SpecGate/specgate.dll"];
        File.Delete(gate);

        var result = await project.RunAsync();

        Assert.That(result.IsSuccess, Is.False);
        Assert.That(result.StandardOutput, Does.Contain($"{project["build/SpecGate/SpecGate.csproj"]} : error OAS003: The spec gate is missing: its build did not create '{gate}'."));
    }

    [Test]
    public async Task Build_with_a_gate_that_is_no_program_tells_how_to_see_why()
    {
        using var project = new ScriptedProject("a b", starts: true);

        var result = await project.RunAsync($"-p:DOTNET_HOST_PATH={SourceTree.Escaped(SourceTree.Host)}");

        Assert.That(result.IsSuccess, Is.False);
        Assert.That(result.StandardOutput, Does.Contain($"{project["src/a b.yaml"]} : {NotChecked}"));
        Assert.That(result.StandardOutput, Does.Match(@"To see the reason, run: ""[^""]+"" ""[^""]+specgate\.dll"" lint ""[^""]+a b\.yaml"""));
    }

    [Test]
    public async Task Build_with_a_host_that_does_not_start_tells_how_to_see_why()
    {
        using var project = new ScriptedProject("a b", starts: true);

        var result = await project.RunAsync($"-p:DOTNET_HOST_PATH={SourceTree.Escaped(project.AddFile("sdk/dotnet"))}");

        Assert.That(result.IsSuccess, Is.False);
        Assert.That(result.StandardOutput, Does.Contain($"{project["src/a b.yaml"]} : {NotChecked}"));
    }
}
