using System.Reflection;
using PublicApiGenerator;

namespace Plannr.Client.Tests;

/// <summary>Verifies the public API of Plannr.Client.</summary>
public sealed class PublicApiTests
{
    [TestCase("net10.0")]
    [TestCase("netstandard2.0")]
    public async Task Public_api(string framework)
    {
        var assembly = framework == "net10.0" ? typeof(PlannrClient).Assembly : NetStandard();

        // The extension methods are in a namespace of .NET.
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, AllowNamespacePrefixes = ["Microsoft.Extensions.DependencyInjection"] };
        await Snapshot.Verify(assembly.GeneratePublicApi(options).ReplaceLineEndings("\n"), "txt");
    }

    private static Assembly NetStandard()
        => new System.Runtime.Loader.AssemblyLoadContext("netstandard2.0")
            .LoadFromAssemblyPath(Path.Combine(TestContext.CurrentContext.TestDirectory, "netstandard2.0", "Plannr.Client.dll"));
}
