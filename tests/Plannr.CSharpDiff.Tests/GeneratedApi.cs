using System.Reflection;
using System.Runtime.Loader;
using Plannr.Compilation;
using Plannr.SpecGate;
using Plannr.SpecGate.Model;

namespace Plannr.CSharpDiff.Tests;

/// <summary>The code that is generated from a contract, compiled and loaded.</summary>
/// <param name="Model">The gate's model of it.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="AssemblyFile">Its file.</param>
/// <param name="PublicCSharp">What code that compiles against it can see.</param>
internal sealed record GeneratedApi(ApiModel Model, Assembly Assembly, string AssemblyFile, string PublicCSharp)
{
    private static int _count;

    /// <summary>Generates and compiles.</summary>
    /// <param name="contract">The contract's file.</param>
    /// <returns>The code, or null if the gate refuses the contract.</returns>
    public static async Task<GeneratedApi?> OfAsync(string contract)
    {
        var (findings, model, document) = await Linter.ModelAsync(contract);
        if (document is null || findings.HasErrors)
        {
            return null;
        }

        // Assemblies of one name cannot be loaded side by side.
        var name = $"Api{Interlocked.Increment(ref _count)}";
        var stem = Path.Combine(Path.GetDirectoryName(contract)!, name);
        await File.WriteAllTextAsync(stem + ".json", document.ToString());
        await NSwag.RunAsync(stem + ".json", stem + ".cs", "Api");
        await using (var assembly = File.Create(stem + ".dll"))
        {
            var problems = CodeCompiler.Modern.Compile(stem + ".cs", assembly);
            Assert.That(problems, Is.Empty, $"{contract} compiles without a warning");
        }

        var loaded = AssemblyLoadContext.Default.LoadFromAssemblyPath(stem + ".dll");
        return new GeneratedApi(model, loaded, stem + ".dll", PublicApi.Of(loaded, await File.ReadAllTextAsync(stem + ".cs")));
    }
}
