using System.Text.Json.Nodes;

namespace Plannr.Codegen.Costs;

/// <summary>How the costs grow with the contract, with our templates and with those that NSwag comes with.</summary>
internal static class ScaleCosts
{
    private const string StockConfiguration = "costs/nswag.stock.json";

    public static async Task<Section> MeasureAsync(BuildTree tree, int[] sizes, int runs)
    {
        WriteSharedFiles(tree);
        var ours = new List<CodegenCosts>();
        var stock = new List<CodegenCosts>();
        foreach (var size in sizes)
        {
            ours.Add(await MeasureAsync(tree, "ours", size, runs));
            stock.Add(await MeasureAsync(tree, "stock", size, runs));
        }

        return new ScaleReport(ours, stock, runs, RuntimeLines(tree)).Section;
    }

    private static async Task<CodegenCosts> MeasureAsync(BuildTree tree, string templates, int size, int runs)
    {
        var folder = $"costs/{templates}-{size}";
        var project = $"{folder}/{templates}.csproj";
        string[] build = ["build", project, "-c", "Release", "--no-restore", "-nodeReuse:false", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false"];
        tree.Write($"{folder}/contract.yaml", SyntheticContract.Yaml(size));
        tree.Write(project, File.ReadAllText(tree[$"costs/{templates}.csproj"]));
        await tree.RunAsync("build", project, "-c", "Release", "-nodeReuse:false");
        var measured = new List<BuildTimes>();
        for (var run = 1; run <= runs; run++)
        {
            Console.Error.WriteLine($"{size} operations, {templates} templates: run {run} of {runs}");
            tree.Touch($"{folder}/contract.yaml");
            measured.Add(await tree.MeasureAsync(build));
        }

        // In a build of its own: what counts the memory takes a little time.
        Console.Error.WriteLine($"{size} operations, {templates} templates: memory");
        tree.Touch($"{folder}/contract.yaml");
        var memory = await tree.MeasureMemoryAsync(build);

        return new CodegenCosts(
            size,
            templates == "ours" ? measured.Select(m => m.Gate).Median() : null,
            measured.Select(m => m.NSwag).Median(),
            measured.Select(m => m.Compiler).Median(),
            memory,
            CodeLines.Of(File.ReadAllText(tree.GeneratedCode($"{folder}/obj"))),
            new FileInfo(tree[$"{folder}/bin/Release/net10.0/{templates}.dll"]).Length);
    }

    private static int RuntimeLines(BuildTree tree)
        => Directory.GetFiles(tree["src/Plannr.Generated/Runtime"], "*.cs").Sum(f => File.ReadLines(f).Count(l => l.Trim().Length > 0));

    private static void WriteSharedFiles(BuildTree tree)
    {
        // The repository's own settings are for code that is written by hand.
        tree.Write("costs/Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>

            """);
        tree.Write("costs/ours.csproj", Project("""
            <ItemGroup>
                <OpenApiContract Include="contract.yaml" Namespace="Synthetic" />
                <ProjectReference Include="../../src/Plannr.Generated/Plannr.Generated.csproj" />
              </ItemGroup>
              <Import Project="../../build/Plannr.Codegen.targets" />
            """));
        tree.Write("costs/stock.csproj", Project($"""
            <ItemGroup>
                <PackageReference Include="NSwag.MSBuild" PrivateAssets="all" />
              </ItemGroup>
              <Target Name="Generate" BeforeTargets="BeforeCompile;CoreCompile">
                <MakeDir Directories="obj/openapi" />
                <Exec Command="&quot;$(DOTNET_HOST_PATH)&quot; &quot;$(NSwagDir_Net100)dotnet-nswag.dll&quot; run ../{Path.GetFileName(StockConfiguration)} &quot;/variables:Contract=$(MSBuildProjectDirectory)/contract.yaml,Namespace=Synthetic,Output=$(MSBuildProjectDirectory)/obj/openapi/contract.g.cs&quot;" StandardOutputImportance="low" />
                <!-- NSwag leaves an unchanged output as it is, and then nothing would be compiled. -->
                <Touch Files="obj/openapi/contract.g.cs" />
                <ItemGroup>
                  <Compile Include="obj/openapi/contract.g.cs" />
                </ItemGroup>
              </Target>
            """));

        var configuration = JsonNode.Parse(File.ReadAllText(tree["nswag.json"]))!;
        var generator = configuration["codeGenerators"]!["openApiToCSharpClient"]!.AsObject();
        generator.Remove("templateDirectory");
        generator["generateExceptionClasses"] = true;
        tree.Write(StockConfiguration, configuration.ToJsonString());
    }

    private static string Project(string generation)
        => $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Newtonsoft.Json" />
              </ItemGroup>
              {generation}
            </Project>

            """;
}
