using System.Reflection;
using System.Runtime.Loader;
using Plannr.Corpus;
using Plannr.SpecGate;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Reporting;

namespace Plannr.CompiledDiff.Tests;

/// <summary>The code that is generated from a contract, compiled and loaded.</summary>
/// <param name="Model">The gate's model of the contract.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="AssemblyFile">The path of the assembly.</param>
/// <param name="PublicCSharp">The public API of the assembly, as text.</param>
internal sealed record GeneratedApi(ApiModel Model, Assembly Assembly, string AssemblyFile, string PublicCSharp)
{
    /// <summary>Generates, compiles and loads the code of a contract.</summary>
    /// <param name="contract">The path of the contract.</param>
    /// <returns>The code, or null if the gate refuses the contract.</returns>
    public static async Task<GeneratedApi?> OfAsync(string contract)
    {
        var (_, document) = await Linter.NormalizeAsync(contract);
        if (document is null)
        {
            return null;
        }

        await File.WriteAllTextAsync(contract + ".normalized", document.ToString());
        await NSwag.RunAsync(contract + ".normalized", contract + ".cs", "Api");
        using var assembly = new MemoryStream();
        var problems = CodeCompiler.All[0].Compile(contract + ".cs", assembly);
        Assert.That(problems, Is.Empty, $"The code of {contract} must compile without warnings.");
        await File.WriteAllBytesAsync(contract + ".dll", assembly.ToArray());

        // Assemblies with the same name need separate load contexts.
        var loaded = new AssemblyLoadContext(contract).LoadFromAssemblyPath(contract + ".dll");
        var model = ModelBuilder.Build(OpenApiContract.Read(contract, new Findings()), new Findings());
        return new GeneratedApi(model, loaded, contract + ".dll", PublicApi.Of(loaded, await File.ReadAllTextAsync(contract + ".cs")));
    }
}
