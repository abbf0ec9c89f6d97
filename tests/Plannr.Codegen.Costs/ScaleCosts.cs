using System.Text.Json.Nodes;

namespace Plannr.Codegen.Costs;

/// <summary>How the costs grow with the contract, with our templates and with those that NSwag comes with.</summary>
internal static class ScaleCosts
{
    private const string StockConfiguration = "costs/nswag.stock.json";
    private const double GoalShareOfLines = 1.0 / 3;

    public static async Task<string> MeasureAsync(BuildTree tree, int[] sizes, int runs)
    {
        WriteSharedFiles(tree);
        var ours = new List<Costs>();
        var stock = new List<Costs>();
        foreach (var size in sizes)
        {
            ours.Add(await MeasureAsync(tree, "ours", size, runs));
            stock.Add(await MeasureAsync(tree, "stock", size, runs));
        }

        var share = ours[^1].Lines.Operations / (double)stock[^1].Lines.Operations;
        return $"""
            ### Contracts of {string.Join(", ", sizes.Select(s => $"{s:N0}"))} operations

            Synthetic contracts: resources of eight properties with up to five operations each, a UUID in the path, JSON in both
            directions, three documented errors and a default. "Stock" is NSwag with the same options, its own templates, and its
            own exception classes. Medians of {runs} runs.

            | operations | templates | gate | NSwag | compiler | lines | lines of operations | assembly |
            | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            {string.Join('\n', ours.Zip(stock, (o, s) => $"{Row("ours", o)}\n{Row("stock", s)}"))}

            Lines are those that are not blank. Lines of operations are those of the client classes and their interfaces,
            documentation included. The compiler is a process of its own, without a compiler server. Our assemblies use the
            runtime of `Plannr.Generated`, which is {RuntimeLines(tree):N0} lines written by hand, once.

            Ours has {share:0 %} of stock's lines of operations; the goal is at most a third: {(share <= GoalShareOfLines ? "met" : "**missed**")}.

            {Growth(ours)}

            """;
    }

    private static async Task<Costs> MeasureAsync(BuildTree tree, string templates, int size, int runs)
    {
        var folder = $"costs/{templates}-{size}";
        var project = $"{folder}/{templates}.csproj";
        tree.Write($"{folder}/contract.yaml", SyntheticContract.Yaml(size));
        tree.Write(project, File.ReadAllText(tree[$"costs/{templates}.csproj"]));
        await tree.RunAsync("build", project, "-c", "Release", "-nodeReuse:false");
        var measured = new List<BuildTimes>();
        for (var run = 1; run <= runs; run++)
        {
            Console.Error.WriteLine($"{size} operations, {templates} templates: run {run} of {runs}");
            tree.Touch($"{folder}/contract.yaml");
            measured.Add(await tree.MeasureAsync("build", project, "-c", "Release", "--no-restore", "-nodeReuse:false", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false"));
        }

        return new Costs(
            size,
            templates == "ours" ? measured.Select(m => m.Gate).Median() : TimeSpan.Zero.TotalSeconds,
            measured.Select(m => m.NSwag).Median(),
            measured.Select(m => m.Compiler).Median(),
            CodeLines.Of(File.ReadAllText(tree.GeneratedCode($"{folder}/obj"))),
            new FileInfo(tree[$"{folder}/bin/Release/net10.0/{templates}.dll"]).Length);
    }

    private static string Row(string templates, Costs costs)
        => $"| {costs.Operations:N0} | {templates} | {(templates == "ours" ? $"{costs.Gate:0.00} s" : "")} | {costs.NSwag:0.00} s | {costs.Compiler:0.00} s | {costs.Lines.Total:N0} | {costs.Lines.Operations:N0} | {costs.AssemblyBytes / 1024.0:N0} KiB |";

    private static string Growth(List<Costs> ours)
    {
        var (small, middle, large) = (ours[0], ours[^2], ours[^1]);
        var times = new (string Name, Func<Costs, double> Of)[] { ("gate", c => c.Gate), ("NSwag", c => c.NSwag), ("compiler", c => c.Compiler) };
        var linear = large.Operations / (double)middle.Operations;
        var growth = times.Select(t => (t.Name, Factor: t.Of(large) / t.Of(middle))).ToArray();
        return $"""
            From {middle.Operations:N0} to {large.Operations:N0} operations the times grow by {string.Join(", ", growth.Select(g => $"{g.Factor:0.0} ({g.Name})"))}; linear is {linear:0.0}. The goal
            is no faster than linear: {(growth.All(g => g.Factor <= linear) ? "met" : "**missed**")}. An operation more costs, up to {middle.Operations:N0} operations and beyond:
            {string.Join(", ", times.Select(t => $"{t.Name} {PerOperation(t.Of, small, middle):0.0} ms and {PerOperation(t.Of, middle, large):0.0} ms"))}.
            """;
    }

    private static double PerOperation(Func<Costs, double> time, Costs fewer, Costs more)
        => (time(more) - time(fewer)) / (more.Operations - fewer.Operations) * 1000;

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

    private sealed record Costs(int Operations, double Gate, double NSwag, double Compiler, CodeLines Lines, long AssemblyBytes);
}
