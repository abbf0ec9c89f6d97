using System.Security;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>A project that runs the real targets in a real MSBuild, with <see cref="Exec"/> in place of the task that starts programs.</summary>
internal sealed class ScriptedProject : IDisposable
{
    private readonly string _temporary = Directory.CreateTempSubdirectory("plannr-").FullName;
    private readonly string _root;

    /// <param name="name">The name of the folder around everything, and of the contract.</param>
    public ScriptedProject(string name)
    {
        _root = Path.Combine(_temporary, name);
        foreach (var file in Directory.GetFiles(SourceTree.RepositoryFile("build/templates")).Append(SourceTree.RepositoryFile("build/Plannr.Codegen.targets")).Append(SourceTree.RepositoryFile("nswag.json")))
        {
            File.Copy(file, AddFile(Path.GetRelativePath(SourceTree.RepositoryFile(""), file)), overwrite: true);
        }

        AddFile("build/SpecGate/specgate.dll");
        AddFile("build/SpecGate/SpecGate.csproj", """
            <Project>
              <Target Name="Restore" />
              <Target Name="Build" Returns="@(Program)">
                <ItemGroup><Program Include="$([MSBuild]::Escape('$(MSBuildThisFileDirectory)'))specgate.dll" /></ItemGroup>
              </Target>
            </Project>
            """);
        AddFile($"src/{name}.yaml");
        AddFile("src/project.proj", $"""
            <Project DefaultTargets="GenerateFromOpenApi">
              <PropertyGroup>
                <Configuration>Debug</Configuration>
                <BaseIntermediateOutputPath>obj/</BaseIntermediateOutputPath>
                <BaseOutputPath>bin/</BaseOutputPath>
                <NSwagDir_Net100>$([MSBuild]::NormalizeDirectory('$(MSBuildProjectDirectory)', '..', 'nswag'))</NSwagDir_Net100>
              </PropertyGroup>
              <UsingTask TaskName="Exec" AssemblyFile="{SecurityElement.Escape(typeof(Exec).Assembly.Location)}" />
              <ItemGroup>
                <OpenApiContract Include="{SecurityElement.Escape(Escaped(name))}.yaml" Namespace="Some.Name" />
              </ItemGroup>
              <Import Project="../build/Plannr.Codegen.targets" />
            </Project>
            """);
    }

    /// <summary>The full path of a file in the folder.</summary>
    public string this[string path] => Path.GetFullPath(Path.Combine(_root, path));

    /// <returns>Its full path.</returns>
    public string AddFile(string path, string text = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        return this[path];
    }

    /// <summary>Generates as on another system.</summary>
    /// <param name="system">MSBuild's name of the system, the value of its property <c>OS</c>.</param>
    /// <param name="environment">Further environment variables, which are properties to MSBuild.</param>
    /// <returns>The commands that the targets ran.</returns>
    public async Task<IReadOnlyList<RecordedCommand>> RunAsync(string system, Dictionary<string, string?> environment)
    {
        var log = Path.Combine(_temporary, "commands.txt");
        environment[Exec.LogVariable] = log;
        var result = await Cli.Wrap(SourceTree.Host)
            .WithArguments(["msbuild", this["src/project.proj"], $"-p:OS={system}", $"-p:DOTNET_HOST_PATH={Escaped(environment.GetValueOrDefault("DOTNET_HOST_PATH") ?? "")}", "-nologo", "-nodeReuse:false", "-tl:off"])
            .WithEnvironmentVariables(environment)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        Assert.That(result.ExitCode, Is.Zero, result.StandardOutput + result.StandardError);
        return [.. (await File.ReadAllLinesAsync(log)).Select(line => JsonSerializer.Deserialize<RecordedCommand>(line)!)];
    }

    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    // What MSBuild takes for its own in an item and in a property.
    private static string Escaped(string text) => string.Concat(text.Select(c => "%$@'();,*?".Contains(c, StringComparison.Ordinal) ? $"%{(int)c:X2}" : c.ToString()));
}
