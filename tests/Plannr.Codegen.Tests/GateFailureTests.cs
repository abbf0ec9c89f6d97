using Plannr.Codegen.Tests.CommandLines;

namespace Plannr.Codegen.Tests;

/// <summary>A failure of the gate itself is not reported as an error of the contract.</summary>
public sealed class GateFailureTests
{
    private const string NotChecked = "error OAS003: The spec gate did not start or failed, with exit code ";

    [Test]
    public async Task Missing_gate_is_reported_with_its_file_and_project()
    {
        using var project = new ScriptedProject("a b", starts: true);
        var gate = project["build/SpecGate/specgate.dll"];
        File.Delete(gate);

        var result = await project.RunAsync();

        Assert.That(result.IsSuccess, Is.False);
        Assert.That(result.StandardOutput, Does.Contain($"{project["build/SpecGate/SpecGate.csproj"]} : error OAS003: The spec gate is missing: its build did not create '{gate}'."));
    }

    [Test]
    public async Task Invalid_gate_is_reported_with_the_command_that_shows_the_reason()
    {
        using var project = new ScriptedProject("a b", starts: true);

        var result = await project.RunAsync($"-p:DOTNET_HOST_PATH={SourceTree.Escaped(SourceTree.Host)}");

        Assert.That(result.IsSuccess, Is.False);
        Assert.That(result.StandardOutput, Does.Contain($"{project["src/a b.yaml"]} : {NotChecked}"));
        Assert.That(result.StandardOutput, Does.Match(@"To see the reason, run: ""[^""]+"" ""[^""]+specgate\.dll"" lint ""[^""]+a b\.yaml"""));
    }

    [Test]
    public async Task Host_that_does_not_start_is_reported_as_a_failure_of_the_gate()
    {
        using var project = new ScriptedProject("a b", starts: true);

        var result = await project.RunAsync($"-p:DOTNET_HOST_PATH={SourceTree.Escaped(project.AddFile("sdk/dotnet"))}");

        Assert.That(result.IsSuccess, Is.False);
        Assert.That(result.StandardOutput, Does.Contain($"{project["src/a b.yaml"]} : {NotChecked}"));
    }
}
