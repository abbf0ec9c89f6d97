using System.Reflection;
using System.Runtime.Versioning;
using PublicApiGenerator;

namespace Plannr.Client.Tests;

/// <summary>Verifies the public API of Plannr.Client on the target framework that the project tests.</summary>
public sealed class PublicApiTests
{
    private static string[] Framework()
        => [typeof(PlannrClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal) ? "netstandard2.0" : "net10.0"];

    [TestCaseSource(nameof(Framework))]
    public async Task Public_api(string framework)
    {
        // The extension methods are in a namespace of .NET.
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, AllowNamespacePrefixes = ["Microsoft.Extensions.DependencyInjection"] };
        await Snapshot.Verify(typeof(PlannrClient).Assembly.GeneratePublicApi(options).ReplaceLineEndings("\n"), "txt");
    }
}
