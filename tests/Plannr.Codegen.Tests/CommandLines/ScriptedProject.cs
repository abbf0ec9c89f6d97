using System.Security;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>A project that runs the real targets in MSBuild, without the .NET SDK and without a real gate.</summary>
internal sealed class ScriptedProject : IDisposable
{
    private const string Log = "commands.txt";
    private readonly string _temporary = Directory.CreateTempSubdirectory("plannr-").FullName;
    private readonly string _root;

    /// <param name="name">The name of the root folder and of the contract.</param>
    /// <param name="starts">Whether to start the programs. If false, <see cref="Exec"/> only records the commands.</param>
    /// <param name="onUnsupported">The metadata <c>OnUnsupported</c> of the contract; null for none.</param>
    public ScriptedProject(string name, bool starts = false, string? onUnsupported = null)
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
                <Configuration Condition="'$(Configuration)' == ''">Debug</Configuration>
                <BaseIntermediateOutputPath>obj/</BaseIntermediateOutputPath>
                <BaseOutputPath>bin/</BaseOutputPath>
                <NSwagDir_Net100>$([MSBuild]::NormalizeDirectory('$(MSBuildProjectDirectory)', '..', 'nswag'))</NSwagDir_Net100>
              </PropertyGroup>
              <UsingTask TaskName="Exec" AssemblyFile="{SecurityElement.Escape(typeof(Exec).Assembly.Location)}" Condition="{!starts}" />
              <ItemGroup>
                <OpenApiContract Include="{SecurityElement.Escape(SourceTree.Escaped(name))}.yaml" Namespace="Some.Name"{(onUnsupported is null ? "" : $" OnUnsupported=\"{onUnsupported}\"")} />
              </ItemGroup>
              <Import Project="../build/Plannr.Codegen.targets" />
              <!-- In Visual Studio, this target comes from its own targets. -->
              <Target Name="CollectUpToDateCheckInputDesignTime" Returns="@(UpToDateCheckInput)" />
            </Project>
            """);
    }

    /// <summary>Gets the full path of a file in the folder.</summary>
    public string this[string path] => Path.GetFullPath(Path.Combine(_root, path));

    /// <returns>The full path of the file.</returns>
    public string AddFile(string path, string text = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        return this[path];
    }

    public void Edit(string path, string from, string to)
    {
        var text = File.ReadAllText(this[path]);
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(this[path], text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Generates the code as on the given operating system.</summary>
    /// <param name="system">The value of MSBuild's property <c>OS</c>.</param>
    /// <param name="properties">Additional properties.</param>
    /// <returns>The commands that the targets have run so far.</returns>
    public async Task<IReadOnlyList<RecordedCommand>> GenerateAsync(string system, params (string Name, string Value)[] properties)
    {
        var result = await RunAsync([$"-p:OS={system}", .. properties.Select(p => $"-p:{p.Name}={SourceTree.Escaped(p.Value)}")]);
        Assert.That(result.IsSuccess, result.StandardOutput + result.StandardError);
        return [.. (await File.ReadAllLinesAsync(Path.Combine(_temporary, Log))).Select(line => JsonSerializer.Deserialize<RecordedCommand>(line)!)];
    }

    /// <summary>Runs MSBuild on the project.</summary>
    public async Task<BufferedCommandResult> RunAsync(params string[] arguments)
        => await Cli.Wrap(SourceTree.Host)
            .WithArguments(["msbuild", this["src/project.proj"], "-nologo", "-nodeReuse:false", "-tl:off", .. arguments])
            .WithEnvironmentVariables(v => v.Set(Exec.LogVariable, Path.Combine(_temporary, Log)))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

    public void Dispose() => Directory.Delete(_temporary, recursive: true);
}
