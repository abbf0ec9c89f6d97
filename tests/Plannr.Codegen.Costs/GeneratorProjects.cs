using System.Text.Json.Nodes;

namespace Plannr.Codegen.Costs;

/// <summary>Projects of a tree that differ only in their code generator.</summary>
internal sealed class GeneratorProjects
{
    private const string StockConfiguration = "nswag.stock.json";

    private readonly BuildTree _tree;

    public GeneratorProjects(BuildTree tree)
    {
        _tree = tree;
        // The repository's settings are for handwritten code.
        tree.Write("costs/Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>

            """);
        var configuration = JsonNode.Parse(File.ReadAllText(tree["nswag.json"]))!;
        var generator = configuration["codeGenerators"]!["openApiToCSharpClient"]!.AsObject();
        generator.Remove("templateDirectory");
        generator["generateExceptionClasses"] = true;
        // Unlike our templates, NSwag's own ones do not write the namespace of JToken.
        generator["anyType"] = "object";
        tree.Write($"costs/{StockConfiguration}", configuration.ToJsonString());
    }

    /// <summary>Builds a project, and measures the builds after changes of its contract.</summary>
    /// <param name="generator">The code generator.</param>
    /// <param name="name">The name of the contract, for the project's folder and the output.</param>
    /// <param name="contract">The text of the contract.</param>
    /// <param name="extension">The extension of the contract's file, which determines whether it is read as YAML or JSON.</param>
    /// <param name="operations">The number of operations in the contract.</param>
    /// <param name="runs">The number of builds. The times are medians.</param>
    public async Task<CodegenCosts> MeasureAsync(Generator generator, string name, string contract, string extension, int operations, int runs)
    {
        var project = await BuildAsync(generator, name, contract, extension);
        var measured = new List<BuildTimes>();
        for (var run = 1; run <= runs; run++)
        {
            Console.Error.WriteLine($"{name}, {project.Name}: run {run} of {runs}");
            _tree.Touch(project.Contract);
            measured.Add(await _tree.MeasureAsync(project.Build));
        }

        // Measures the programs in a separate build, because this takes some time.
        _tree.Touch(project.Contract);
        var programs = await _tree.MeasureProgramsAsync(project.Build);

        return new CodegenCosts(
            operations,
            generator == Generator.Ours ? measured.Select(m => m.Gate).Median() : null,
            measured.Select(m => m.Generator).Median(),
            measured.Select(m => m.Compiler).Median(),
            programs,
            CodeLines.Of(_tree.GeneratedCode($"{project.Folder}/obj")),
            AssemblySize.Of(_tree[project.Assembly]));
    }

    /// <summary>Builds a project, and measures the programs of a build after a change of its contract.</summary>
    /// <inheritdoc cref="MeasureAsync"/>
    public async Task<(BuildPrograms Programs, AssemblySize Assembly)> MeasureProgramsAsync(Generator generator, string name, string contract, string extension)
    {
        var project = await BuildAsync(generator, name, contract, extension);
        Console.Error.WriteLine($"{name}, {project.Name}: measuring");
        _tree.Touch(project.Contract);
        return (await _tree.MeasureProgramsAsync(project.Build), AssemblySize.Of(_tree[project.Assembly]));
    }

    // Builds once without measuring, so that only the contract changes before the measured builds.
    private async Task<MeasuredProject> BuildAsync(Generator generator, string name, string contract, string extension)
    {
        var project = new MeasuredProject($"costs/{generator.ToString().ToLowerInvariant()}-{name}", generator.ToString().ToLowerInvariant(), extension);
        _tree.Write(project.Contract, contract);
        _tree.Write(project.File, Project(generator, Path.GetFileName(project.Contract)));
        await _tree.RunAsync("build", project.File, "-c", "Release", "-nodeReuse:false");
        return project;
    }

    private static string Project(Generator generator, string contract)
        => $"""
            <Project Sdk="Microsoft.NET.Sdk">
              {Items(generator, contract)}
            </Project>

            """;

    private static string Items(Generator generator, string contract)
        => generator switch
        {
            Generator.Ours => Ours(contract),
            Generator.Stock => Stock(contract),
            _ => Kiota(contract),
        };

    private static string Ours(string contract)
        => $"""
            <ItemGroup>
                <PackageReference Include="Newtonsoft.Json" />
                <OpenApiContract Include="{contract}" Namespace="Synthetic" OnUnsupported="Skip" />
                <ProjectReference Include="../../src/Plannr.Runtime/Plannr.Runtime.csproj" />
              </ItemGroup>
              <Import Project="../../build/Plannr.Codegen.targets" />
            """;

    private static string Stock(string contract)
        => $"""
            <ItemGroup>
                <PackageReference Include="Newtonsoft.Json" />
                <PackageReference Include="NSwag.MSBuild" PrivateAssets="all" />
              </ItemGroup>
              <Target Name="Generate" BeforeTargets="BeforeCompile;CoreCompile">
                <MakeDir Directories="obj/openapi" />
                <Exec Command="&quot;$(DOTNET_HOST_PATH)&quot; &quot;$(NSwagDir_Net100)dotnet-nswag.dll&quot; run ../{StockConfiguration} &quot;/variables:Contract=$(MSBuildProjectDirectory)/{contract},Namespace=Synthetic,Output=$(MSBuildProjectDirectory)/obj/openapi/contract.g.cs&quot;" StandardOutputImportance="low" />
                <!-- NSwag does not write unchanged output, and then nothing would be compiled. -->
                <Touch Files="obj/openapi/contract.g.cs" />
                <ItemGroup>
                  <Compile Include="obj/openapi/contract.g.cs" />
                </ItemGroup>
              </Target>
            """;

    // Some of Kiota's documentation comments are malformed, and Kiota would search the network for updates.
    private static string Kiota(string contract)
        => $"""
            <ItemGroup>
                <PackageReference Include="Microsoft.Kiota.Abstractions" />
                <PackageReference Include="Microsoft.Kiota.Http.HttpClientLibrary" />
                <PackageReference Include="Microsoft.Kiota.Serialization.Form" />
                <PackageReference Include="Microsoft.Kiota.Serialization.Json" />
                <PackageReference Include="Microsoft.Kiota.Serialization.Multipart" />
                <PackageReference Include="Microsoft.Kiota.Serialization.Text" />
                <PackageDownload Include="Microsoft.OpenApi.Kiota" Version="[$(KiotaVersion)]" />
              </ItemGroup>
              <Target Name="Generate" BeforeTargets="BeforeCompile;CoreCompile">
                <Exec Command="&quot;$(DOTNET_HOST_PATH)&quot; &quot;$(NuGetPackageRoot)microsoft.openapi.kiota/$(KiotaVersion)/tools/net10.0/any/kiota.dll&quot; generate --language CSharp --openapi {contract} --class-name KiotaClient --namespace-name Synthetic --output obj/openapi --exclude-backward-compatible --clean-output --log-level Error"
                      EnvironmentVariables="KIOTA_OFFLINE_ENABLED=true;KIOTA_TUTORIAL_ENABLED=false;KIOTA_CLI_TELEMETRY_OPTOUT=true"
                      StandardOutputImportance="low" />
                <ItemGroup>
                  <Compile Include="obj/openapi/**/*.cs" />
                </ItemGroup>
              </Target>
            """;

    private sealed record MeasuredProject(string Folder, string Name, string Extension)
    {
        public string File => $"{Folder}/{Name}.csproj";

        public string Contract => $"{Folder}/contract{Extension}";

        public string Assembly => $"{Folder}/bin/Release/net10.0/{Name}.dll";

        public string[] Build => ["build", File, "-c", "Release", "--no-restore", "-nodeReuse:false", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false"];
    }
}
